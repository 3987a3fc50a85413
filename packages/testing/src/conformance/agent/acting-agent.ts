import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { validBody } from '../request/valid-body.ts';
import { routeTable } from '../request/route-table.ts';

const acting = routeTable.filter(({ route }) => 'agentID' in route.headers).map(({ name }) => name);

// What is declined once is the agent’s no more: that it is told so shows that the agent was found.
const outcomes = [undefined, 'ticket_not_found', 'ticket_of_another_agent'];

const malformed = ['', 'two words', 'a'.repeat(129), 'a/b', 'a\\b', 'a\tb', 'a, b', '100%', 'clé'];

export const actingAgent = (desk: Desk) =>
  describe.each(acting)('X-Agent-ID of %s', (name) => {
    it('can be left out by an agent, or be its own id or email in any letter case', async () => {
      const { agent, params } = await desk.assignedTicket();
      const named = [agent.id, agent.email, agent.email.toUpperCase()].map(actingFor);
      for (const header of [{}, ...named]) {
        const { error, text } = await agent.call(name, { ...validBody(name), params, ...header });
        expect(outcomes, text).toContain(error?.code);
      }
    });

    it('names an agent to a service by id or email', async () => {
      const service = await desk.service();
      const { agent, params } = await desk.assignedTicket();
      for (const header of [agent.id, agent.email, agent.email.toUpperCase()].map(actingFor)) {
        const { error, text } = await service.call(name, { ...validBody(name), params, ...header });
        expect(outcomes, text).toContain(error?.code);
      }
    });

    it('must not name another agent than the token’s, known or unknown', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      for (const value of [other.id, other.email, crypto.randomUUID()]) {
        const error = await agent.refused(name, 'agent_mismatch', {
          ...validBody(name),
          params,
          ...actingFor(value),
        });
        expect(error?.source).toEqual({ header: 'X-Agent-ID' });
      }
    });

    it('must be sent by a service', async () => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const error = await service.refused(name, 'agent_required', { ...validBody(name), params });
      expect(error?.source).toEqual({ header: 'X-Agent-ID' });
    });

    it('must name an agent that there is', async () => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      for (const value of [crypto.randomUUID(), 'nobody@desk.example', '__proto__']) {
        await service.refused(name, 'agent_not_found', { ...validBody(name), params, ...actingFor(value) });
      }
    });

    it('is refused when it is no identifier', async () => {
      const { agent, params } = await desk.assignedTicket();
      const service = await desk.service();
      for (const value of malformed) {
        for (const client of [agent, service]) {
          const error = await client.refused(name, 'header_invalid', {
            ...validBody(name),
            params,
            ...actingFor(value),
          });
          expect(error?.source, `for ${JSON.stringify(value)}`).toEqual({ header: 'X-Agent-ID' });
        }
      }
    });
  });
