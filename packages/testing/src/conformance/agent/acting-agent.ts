import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { routeTable } from '../request/route-table.ts';
import { validBody } from '../request/valid-body.ts';

const actingRoutes = routeTable.filter(({ route }) => 'agentID' in route.headers).map(({ name }) => name);

const malformed = ['', 'two words', 'a'.repeat(129), 'a/b', 'a\\b', 'a\tb', 'a, b', '100%', 'clé'];

type Agent = { readonly id: string; readonly email: string };

/** The ways to name an agent in the header. */
const named = [
  ({ id }: Agent) => actingFor(id),
  ({ email }: Agent) => actingFor(email),
  ({ email }: Agent) => actingFor(email.toUpperCase()),
];

/**
 * Proves for every route with an `X-Agent-ID` header which agents the header may name, and with which error the desk refuses
 * every other value. Each call is made for an agent with an assigned ticket.
 */
export const actingAgent = (desk: Desk) =>
  describe.each(actingRoutes)('the header X-Agent-ID of %s', (name) => {
    it('is optional for an agent, and may be its own id or email in any letter case', async () => {
      for (const header of [() => ({}), ...named]) {
        const { agent, params } = await desk.assignedTicket();
        const { error, text } = await agent.call(name, { ...validBody(name), params, ...header(agent) });
        expect(error, text).toBeNull();
        await desk.cleanUp();
      }
    });

    it('names the agent that a service acts for, by id or email', async () => {
      const service = await desk.service();
      for (const header of named) {
        const { agent, params } = await desk.assignedTicket();
        const { error, text } = await service.call(name, { ...validBody(name), params, ...header(agent) });
        expect(error, text).toBeNull();
        await desk.cleanUp();
      }
    });

    it('is refused when an agent names another agent, known or unknown', async () => {
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

    it('is required from a service', async () => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const error = await service.refused(name, 'agent_required', { ...validBody(name), params });
      expect(error?.source).toEqual({ header: 'X-Agent-ID' });
    });

    it('is refused when it names an unknown agent', async () => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      for (const value of [crypto.randomUUID(), 'nobody@desk.example', '__proto__']) {
        await service.refused(name, 'agent_not_found', { ...validBody(name), params, ...actingFor(value) });
      }
    });

    it('is refused when it is not a valid identifier', async () => {
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
