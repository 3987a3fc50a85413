import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { nextSecond } from '../../pause.ts';

/** Seconds since 1970 of a time such as `2012-12-11 08:52:31 +0000 UTC`. */
const secondsOf = (time: string) => Date.parse(`${time.slice(0, 10)}T${time.slice(11, 19)}Z`) / 1000;

/**
 * Proves what an agent reads about itself, and when the times in it change. The agent changes its status between two
 * reads.
 */
export const getAgentInfo = (desk: Desk) =>
  describe('getAgentInfo (GET /v1/info)', () => {
    it('returns the agent that calls it', async () => {
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

    it('leaves out the name and the last login of an agent that has none', async () => {
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

      const saved = await desk.newAgent();
      const json = { email: saved.email, name: 'Saved by a service' };
      await service.ok('putAgent', 200, { params: { agentID: saved.id }, json });
      const record = await saved.ok('getAgentInfo', 200);
      expect(record).toMatchObject({ name: 'Saved by a service', status: 'offline' });
      expect(record).not.toHaveProperty('lastLoginTime');
    });

    it('counts the seconds in the status, and keeps counting when the same status is set again', async () => {
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

    it('updates the last login when the agent returns from offline', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const before = await agent.ok('getAgentInfo', 200);
      await agent.ok('setOffline', 200);
      await nextSecond();
      await agent.ok('setOnline', 200);
      const after = await agent.ok('getAgentInfo', 200);
      expect(secondsOf(after.lastLoginTime ?? '')).toBeGreaterThan(secondsOf(before.lastLoginTime ?? ''));
    });

    it('is refused to an agent without a record', async () => {
      const newAgent = await desk.newAgent();
      await newAgent.refused('getAgentInfo', 'agent_not_found');
    });

    it('returns to a service the agent that it acts for', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const service = await desk.service();
      expect(await service.ok('getAgentInfo', 200, actingFor(agent.id))).toMatchObject({ id: agent.id });
    });
  });
