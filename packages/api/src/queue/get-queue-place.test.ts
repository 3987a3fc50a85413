import { QueuePlace, type TicketRecord } from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';

async function openBusyDesk() {
  const desk = await openDesk();
  let customers = 0;
  return {
    ...desk,
    createTicket: async () => {
      const customer = { id: `c${++customers}` };
      const response = await desk.call('service', 'backend', 'POST', '/v1/tickets', { customer });
      return (await response.json()) as TicketRecord;
    },
    place: async ({ metadata: { roomId } }: TicketRecord) => {
      const path = `/v1/rooms/${roomId}/queue`;
      const response = await desk.call('customer', 'c', 'GET', path, undefined, { room: roomId });
      return v.parse(QueuePlace, await response.json());
    },
    /** Assigns `count` chats, a minute apart, to an agent that then takes a break. */
    assign: async (count: number) => {
      const record = { email: 'ann@desk.test', name: 'ann', capacity: count };
      await desk.call('admin', 'root', 'PUT', '/v1/agents/ann', record);
      for (let i = 0; i < count; i++) {
        await desk.call('agent', 'ann', 'PUT', '/v1/online');
        const body = { customer: { id: `answered${i}` } };
        await desk.call('service', 'backend', 'POST', '/v1/tickets', body);
        desk.clock.now += 60_000;
      }
      await desk.call('agent', 'ann', 'PUT', '/v1/status', { status: 'break' });
    },
  };
}

it('numbers the waiting tickets and estimates each wait from the queue’s pace', async () => {
  const desk = await openBusyDesk();
  await desk.assign(6);
  const waiting = [];
  for (let i = 0; i < 2; i++) {
    waiting.push(await desk.createTicket());
    desk.clock.now += 3_000;
  }
  // Six assignments in the 366 s since the first of them.
  const measured = { state: 'waiting', estimate: 'measured' };
  expect(await desk.place(waiting[0]!)).toEqual({ ...measured, position: 1, estimatedWaitSeconds: 61 });
  expect(await desk.place(waiting[1]!)).toEqual({ ...measured, position: 2, estimatedWaitSeconds: 122 });
});

it('gives no estimate from too little history or from assignments over an hour old', async () => {
  const desk = await openBusyDesk();
  await desk.assign(5);
  const waiting = await desk.createTicket();
  expect(await desk.place(waiting)).toMatchObject({ estimate: 'measured' });
  desk.clock.now += 3_600_000 - 300_000;
  const tooLittle = { state: 'waiting', position: 1, estimate: 'too_little_history' };
  expect(await desk.place(waiting)).toEqual(tooLittle);
});

it('says when a closed queue opens instead of an estimate', async () => {
  const desk = await openBusyDesk();
  await desk.assign(6);
  const hours = { timeZone: 'UTC', weekly: { sat: [{ from: '09:00', to: '17:00' }] } };
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { queues: [{ id: 'default', hours }] });
  expect(await desk.place(await desk.createTicket())).toEqual({
    state: 'waiting',
    position: 1,
    estimate: 'queue_closed',
    opensTimestamp: Date.UTC(2026, 0, 3, 9) / 1000,
  });
});

it('follows the chat to its agent and to its close', async () => {
  const desk = await openBusyDesk();
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  const ticket = await desk.createTicket();
  expect(await desk.place(ticket)).toEqual({ state: 'assigned' });
  await desk.call('agent', 'ann', 'DELETE', `/v1/rooms/${ticket.metadata.roomId}`);
  expect(await desk.place(ticket)).toEqual({ state: 'closed' });
  await desk.call('agent', 'ann', 'POST', `/v1/tickets/${ticket.id}/close`);
  expect(await desk.place(ticket)).toEqual({ state: 'closed' });
});

it('gives a chat in a workflow no position', async () => {
  const desk = await openBusyDesk();
  const ticket = await desk.createTicket();
  const status = { status: 'WORKFLOW_PENDING' };
  await desk.call('service', 'backend', 'PUT', `/v1/tickets/${ticket.id}/status`, status);
  expect(await desk.place(ticket)).toEqual({ state: 'waiting' });
});

it('refuses a customer another room just as a room that does not exist', async () => {
  const desk = await openBusyDesk();
  const { roomId } = (await desk.createTicket()).metadata;
  const refusals = [];
  for (const [room, claims] of [
    [roomId, { room: 'another' }],
    [roomId, {}],
    ['nothing', { room: 'nothing' }],
  ] as const) {
    const response = await desk.call('customer', 'c', 'GET', `/v1/rooms/${room}/queue`, undefined, claims);
    const body = (await response.json()) as { errors: Record<string, unknown>[] };
    refusals.push({ status: response.status, error: { ...body.errors[0], id: '' } });
  }
  expect(refusals[0]).toMatchObject({ status: 404, error: { code: 'room_not_found' } });
  expect(refusals).toEqual([refusals[0], refusals[0], refusals[0]]);
  expect((await desk.call('supervisor', 'sue', 'GET', `/v1/rooms/${roomId}/queue`)).status).toBe(200);
});
