import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { nextSecond } from '../../pause.ts';

/** Seconds since 1970 of a time such as `2012-12-11 08:52:31 +0000 UTC`. */
const secondsOf = (time: string) => Date.parse(`${time.slice(0, 10)}T${time.slice(11, 19)}Z`) / 1000;

export const getAgentInfo = (desk: Desk) =>
  describe('GET /v1/info', () => {
    it('answers the calling agent', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const info = await agent.ok('getAgentInfo', 200);
      expect(info).toEqual({
        id: agent.id,
        name: agent.name,
        status: 'online',
        statusAlias: 'online',
        lastLoginTime: info.updatedAt,
        updatedAt: expect.any(String),
        agentTimeInStatus: expect.any(Number),
      });
      const { currentTimestamp } = (await desk.createTicket()).metadata;
      expect(secondsOf(info.updatedAt)).toBeLessThanOrEqual(currentTimestamp);
      expect(secondsOf(info.updatedAt)).toBeGreaterThan(currentTimestamp - 30);
    });

    it('leaves out a name and a login that there have not been', async () => {
      const service = await desk.service();
      const nameless = await desk.signIn({ role: 'agent', name: undefined, email: undefined });
      await nameless.ok('setStatus', 200, { json: { status: 'offline' } });
      const info = await nameless.ok('getAgentInfo', 200);
      expect(Object.keys(info).toSorted()).toEqual([
        'agentTimeInStatus',
        'id',
        'status',
        'statusAlias',
        'updatedAt',
      ]);

      const kept = await desk.newAgent();
      const json = { email: kept.email, name: 'Kept by a supervisor' };
      await service.ok('putAgent', 200, { params: { agentID: kept.id }, json });
      const record = await kept.ok('getAgentInfo', 200);
      expect(record).toMatchObject({ name: 'Kept by a supervisor', status: 'offline' });
      expect(record).not.toHaveProperty('lastLoginTime');
    });

    it('counts the seconds in the status, which the same status again does not set back', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const before = await agent.ok('getAgentInfo', 200);
      expect(before.agentTimeInStatus).toBeLessThan(30);

      await nextSecond();
      await agent.ok('setOnline', 200);
      const same = await agent.ok('getAgentInfo', 200);
      expect(same.agentTimeInStatus).toBeGreaterThan(before.agentTimeInStatus);
      expect(same).toMatchObject({ updatedAt: before.updatedAt, lastLoginTime: before.lastLoginTime });

      await agent.ok('setStatus', 200, { json: { status: 'break' } });
      const onBreak = await agent.ok('getAgentInfo', 200);
      expect(secondsOf(onBreak.updatedAt)).toBeGreaterThan(secondsOf(before.updatedAt));
      expect(onBreak.lastLoginTime).toBe(before.lastLoginTime);
    });

    it('moves the last login on when the agent comes back from offline', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const before = await agent.ok('getAgentInfo', 200);
      await agent.ok('setOffline', 200);
      await nextSecond();
      await agent.ok('setOnline', 200);
      const after = await agent.ok('getAgentInfo', 200);
      expect(secondsOf(after.lastLoginTime ?? '')).toBeGreaterThan(secondsOf(before.lastLoginTime ?? ''));
    });

    it('knows no agent that never came online', async () => {
      const stranger = await desk.newAgent();
      await stranger.refused('getAgentInfo', 'agent_not_found');
    });

    it('answers a service for the agent it names', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const service = await desk.service();
      expect(await service.ok('getAgentInfo', 200, actingFor(agent.id))).toMatchObject({ id: agent.id });
    });
  });
