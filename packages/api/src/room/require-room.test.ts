import { leaseMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { openDesk } from '../../test/open-desk.ts';

const leaseOf = async (desk: Awaited<ReturnType<typeof openDesk>>) => {
  await desk.settle();
  const [result] = await desk.db.batch([`select lease_until from agents where id = 'ann'`], 'read');
  return result!.rows[0]![0];
};

it('renews the agent’s lease when it sends or reads messages', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  for (const call of [
    () => chat.sendMessage('agent', 'ann'),
    () => desk.call('agent', 'ann', 'GET', `/v1/rooms/${chat.roomId}/messages`),
    () => desk.call('agent', 'ann', 'PUT', `/v1/rooms/${chat.roomId}/read`, { seq: 1 }),
  ]) {
    desk.clock.now += leaseMs - 1;
    await call();
    expect(await leaseOf(desk)).toBe(desk.clock.now + leaseMs);
  }
});

it('does not renew the lease of an agent when a customer of the same id calls', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  const lease = await leaseOf(desk);
  desk.clock.now += leaseMs - 1;
  await chat.sendMessage('customer', 'ann');
  expect(await leaseOf(desk)).toBe(lease);
});
