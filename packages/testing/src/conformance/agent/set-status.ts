import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/**
 * Proves which statuses an agent can set for itself, and that a refused status changes nothing.
 * The agent reads itself after each call.
 */
export const setStatus = (desk: Desk) =>
  describe('setStatus (PUT /v1/status)', () => {
    it('sets the status that getAgentInfo returns', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      expect(await agent.ok('setStatus', 200, { json: { status: 'busy' } })).toEqual({
        id: agent.id,
        status: 'busy',
      });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'busy', statusAlias: 'busy' });
    });

    it('creates the agent’s record from the token’s claims at the first call', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setStatus', 200, { json: { status: 'away' } });
      const service = await desk.service();
      const record = await service.ok('getAgent', 200, { params: { agentID: agent.id } });
      expect(record).toMatchObject({ email: agent.email, name: agent.name, status: 'away', capacity: 3 });
    });

    it.each(['lunch', 'ONLINE', 'online ', '__proto__', 'constructor', 'toString', '%6f', '’ OR 1=1'])(
      'refuses the unknown status %j and changes nothing',
      async (unknown) => {
        const agent = await desk.newAgent();
        await agent.ok('setOnline', 200);
        const error = await agent.refused('setStatus', 'status_unknown', { json: { status: unknown } });
        expect(error?.source).toEqual({ pointer: '/status' });
        expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
      },
    );

    it('creates no record for an unknown status', async () => {
      const newAgent = await desk.newAgent();
      await newAgent.refused('setStatus', 'status_unknown', { json: { status: 'lunch' } });
      await newAgent.refused('getAgentInfo', 'agent_not_found');
    });

    it.each([
      ['a body without a status', {}, ''],
      ['an empty status', { status: '' }, '/status'],
      ['a status of 65 characters', { status: 'a'.repeat(65) }, '/status'],
      ['a status that is a number', { status: 1 }, '/status'],
      ['a status that is null', { status: null }, '/status'],
      ['a status that is a list', { status: ['busy'] }, '/status'],
      ['an unknown field', { status: 'busy', reason: 'lunch' }, '/reason'],
    ])('refuses %s, and the error points to the fault', async (_, json, pointer) => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const error = await agent.refused('setStatus', 'body_invalid', { json });
      expect(error?.source).toEqual({ pointer });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });
  });
