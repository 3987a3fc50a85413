import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';

const leaseOf = async (desk: Awaited<ReturnType<typeof openDesk>>) =>
  (await desk.db.batch(['select lease_until from agents'], 'read'))[0]!.rows[0]![0];

it('renews the lease when the agent calls, at most every 30 s', async () => {
  const desk = await openDesk();
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  const first = await leaseOf(desk);
  desk.clock.now += 29_000;
  await desk.call('agent', 'ann', 'GET', '/v1/tickets');
  await desk.settle();
  expect(await leaseOf(desk)).toBe(first);
  desk.clock.now += 1_000;
  await desk.call('agent', 'ann', 'GET', '/v1/tickets');
  await desk.settle();
  expect(await leaseOf(desk)).toBe(desk.clock.now + 60_000);
});

it('assigns waiting tickets to an agent that returns after its lease ended', async () => {
  const desk = await openDesk();
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  desk.clock.now += 61_000;
  await desk.call('service', 'backend', 'POST', '/v1/tickets', { customer: { id: 'c' } });
  expect(await (await desk.call('agent', 'ann', 'GET', '/v1/tickets')).json()).toEqual([]);
  await desk.settle();
  expect(await (await desk.call('agent', 'ann', 'GET', '/v1/tickets')).json()).toHaveLength(1);
});

it('does not change the declared status', async () => {
  const desk = await openDesk();
  await desk.call('agent', 'ann', 'PUT', '/v1/status', { status: 'busy' });
  desk.clock.now += 3_600_000;
  await desk.call('agent', 'ann', 'GET', '/v1/info');
  await desk.settle();
  expect(await (await desk.call('agent', 'ann', 'GET', '/v1/info')).json()).toMatchObject({
    status: 'busy',
    agentTimeInStatus: 3600,
  });
});
