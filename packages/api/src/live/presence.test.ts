import { describe, expect, it } from 'vitest';
import { openHub } from '../../test/open-hub.ts';

type Desk = Awaited<ReturnType<typeof openHub>>;

const ann = { role: 'agent', sub: 'ann' } as const;

const leaseOf = async (desk: Desk) =>
  (await desk.db.batch(['select lease_until from agents'], 'read'))[0]!.rows[0]![0] as number;

/** Advances the clock second by second and ticks the hub after each. */
async function pass(desk: Desk, seconds: number, eachSecond: (second: number) => unknown = () => {}) {
  for (let second = 1; second <= seconds; second++) {
    desk.clock.now += 1_000;
    await eachSecond(second);
    await desk.hub.tick();
  }
}

describe('the lease of an agent', () => {
  it('is renewed by a connection that pings, with a write every 25 s, and never ends', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    const { connection } = await desk.follow(ann);
    const leases = new Set<number>();
    await pass(desk, 300, async (second) => {
      if (second % 20 === 0) connection.receive('{"type":"ping"}');
      const lease = await leaseOf(desk);
      expect(lease).toBeGreaterThan(desk.clock.now);
      leases.add(lease);
    });
    expect(leases.size).toBeLessThanOrEqual(300 / 25 + 1);
  });

  it('ends a minute after the agent was last seen, although the socket stays open', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    const { connection } = await desk.follow(ann);
    await pass(desk, 40);
    connection.receive('{"type":"ping"}');
    const lastLife = desk.clock.now;
    await pass(desk, 59);
    expect(await leaseOf(desk)).toBe(lastLife + 60_000);
  });

  it('is renewed by any of the agent’s devices and tabs, but not by one that closes', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    const phone = await desk.follow(ann);
    const tab = await desk.follow(ann);
    await pass(desk, 30, () => tab.connection.receive('{"type":"ping"}'));
    tab.connection.handleClose();
    const before = await leaseOf(desk);
    expect(before).toBeGreaterThan(desk.clock.now + 30_000);
    await pass(desk, 25, () => phone.connection.receive('{"type":"ping"}'));
    expect(await leaseOf(desk)).toBeGreaterThan(before);
  });

  it('is unchanged by a reload of five seconds', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    const { connection } = await desk.follow(ann);
    await pass(desk, 2);
    const before = await leaseOf(desk);
    const log = await desk.eventSeqs();
    connection.handleClose();
    await pass(desk, 5);
    await desk.follow(ann);
    await pass(desk, 2);
    expect(await leaseOf(desk)).toBe(before);
    expect(await desk.eventSeqs()).toEqual(log);
  });

  it('returns with a connection, which is an event, and does not change the declared status', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/status', { status: 'busy' });
    desk.clock.now += 3_600_000;
    await desk.db.batch(['update agents set is_connected = 0'], 'write');
    const { socket } = await desk.follow(ann);
    await desk.hub.tick();
    expect(await leaseOf(desk)).toBe(desk.clock.now + 60_000);
    await expect
      .poll(() => socket.frames.slice(1))
      .toMatchObject([{ type: 'agent.connected', data: { agentId: 'ann', status: 'busy' } }]);
  });

  it('is renewed for all agents in one statement, beside one that reads revoked tokens', async () => {
    const desk = await openHub();
    for (let n = 0; n < 20; n++) {
      await desk.call('agent', `a${n}`, 'PUT', '/v1/online');
      await desk.follow({ role: 'agent', sub: `a${n}` });
    }
    await desk.hub.tick();
    const before = desk.reads.count;
    await desk.hub.tick();
    const quiet = desk.reads.count - before;
    for (let n = 0; n < 20; n++) desk.connect({ role: 'agent', sub: `a${n}` });
    desk.clock.now += 25_000;
    for (let n = 0; n < 20; n++) desk.connect({ role: 'agent', sub: `a${n}` });
    await desk.hub.tick();
    expect(desk.reads.count - before - quiet).toBe(quiet + 2);
  });
});
