import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

export const setStatus = (desk: Desk) =>
  describe('PUT /v1/status', () => {
    it('sets the status, which GET /v1/info then shows', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      expect(await agent.ok('setStatus', 200, { json: { status: 'busy' } })).toEqual({
        id: agent.id,
        status: 'busy',
      });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'busy', statusAlias: 'busy' });
    });

    it('makes the agent’s record from the token’s claims at the first call', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setStatus', 200, { json: { status: 'away' } });
      const service = await desk.service();
      const record = await service.ok('getAgent', 200, { params: { agentID: agent.id } });
      expect(record).toMatchObject({ email: agent.email, name: agent.name, status: 'away', capacity: 3 });
    });

    it.each(['lunch', 'ONLINE', 'online ', '__proto__', 'constructor', 'toString', '%6f', '’ OR 1=1'])(
      'knows no status %j and changes nothing',
      async (unknown) => {
        const agent = await desk.newAgent();
        await agent.ok('setOnline', 200);
        const error = await agent.refused('setStatus', 'status_unknown', { json: { status: unknown } });
        expect(error?.source).toEqual({ pointer: '/status' });
        expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
      },
    );

    it('makes no record for an unknown status', async () => {
      const stranger = await desk.newAgent();
      await stranger.refused('setStatus', 'status_unknown', { json: { status: 'lunch' } });
      await stranger.refused('getAgentInfo', 'agent_not_found');
    });

    it.each([
      ['no status', {}, ''],
      ['an empty one', { status: '' }, '/status'],
      ['one of 65 characters', { status: 'a'.repeat(65) }, '/status'],
      ['a number', { status: 1 }, '/status'],
      ['null', { status: null }, '/status'],
      ['a list', { status: ['busy'] }, '/status'],
      ['a field it does not know', { status: 'busy', reason: 'lunch' }, '/reason'],
    ])('refuses %s and points at it', async (_, json, pointer) => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const error = await agent.refused('setStatus', 'body_invalid', { json });
      expect(error?.source).toEqual({ pointer });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });
  });
