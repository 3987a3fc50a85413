import type { EventPage } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { openDesk } from '../../test/open-desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

const eventsOf = async (desk: Desk, type: string) => {
  const response = await desk.call('service', 'backend', 'GET', '/v1/events?limit=1000');
  return ((await response.json()) as EventPage).events.filter((event) => event.type === type);
};

it('warns in the room when the customer does not reply, then closes the chat', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk, { wrapUpSeconds: 300 });
  await chat.sendMessage('agent', 'ann', 'Does that help?');
  const start = Math.floor(desk.clock.now / 1000);
  await chat.advance(59);
  expect(await chat.listMessages()).toHaveLength(1);

  await chat.advance(1);
  expect(await chat.listMessages()).toMatchObject([
    {},
    {
      seq: 2,
      kind: 'system',
      from: { role: 'system', id: 'auto-close' },
      text: 'Still there?',
      timestamp: start + 60,
    },
  ]);
  expect((await chat.getTicket()).metadata).toMatchObject({
    autoCloseWarningTimestamp: start + 60,
    autoCloseTimestamp: start + 90,
  });
  const warned = { ticketId: chat.ticketId, agentId: 'ann', actor: { role: 'system', id: 'sweep' } };
  expect(await eventsOf(desk, 'room.auto_close_warned')).toMatchObject([
    { ...warned, data: { roomId: chat.roomId, autoCloseAtMs: (start + 90) * 1000 } },
  ]);
  expect(await eventsOf(desk, 'message.posted')).toMatchObject([{}, { ...warned, data: { seq: 2 } }]);

  await chat.advance(30);
  expect(await chat.getTicket()).toMatchObject({
    status: 'CHAT_CLOSED',
    wrapUpTimestamp: start + 90 + 300,
    metadata: { isChatRoomClosed: true },
  });
  expect((await chat.getTicket()).metadata).not.toHaveProperty('autoCloseTimestamp');
  expect(await eventsOf(desk, 'room.closed')).toMatchObject([{ data: { reason: 'auto_close' } }]);
  await chat.advance(300);
  expect(await chat.getTicket()).toMatchObject({ status: 'CLOSED' });
});

it('closes the ticket at once when the queue has no wrap-up, and assigns the agent the next ticket', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  await chat.sendMessage('agent', 'ann');
  await desk.call('service', 'backend', 'PUT', '/v1/agents/ann', {
    email: 'ann@desk.test',
    name: 'Ann',
    capacity: 1,
  });
  const next = await desk.call('service', 'backend', 'POST', '/v1/tickets', { customer: { id: 'next' } });
  const { id } = (await next.json()) as { id: string };
  await chat.advance(60);
  await chat.advance(30);
  expect(await chat.getTicket()).toMatchObject({ status: 'CLOSED', agentId: 'ann' });
  expect(await eventsOf(desk, 'ticket.closed')).toMatchObject([{ data: { reason: 'auto_close' } }]);
  const given = await desk.call('service', 'backend', 'GET', `/v1/tickets/${id}`);
  expect(await given.json()).toMatchObject({ status: 'ASSIGNED', agentId: 'ann' });
});

it('leaves time to reply when both the warning and the close are late', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  await chat.sendMessage('agent', 'ann');
  await chat.advance(3_600);
  expect(await chat.listMessages()).toHaveLength(2);
  expect((await chat.getTicket()).metadata.autoCloseTimestamp).toBe(Math.floor(desk.clock.now / 1000) + 20);
  await chat.advance(19);
  expect((await chat.getTicket()).status).toBe('ASSIGNED');
  await chat.sendMessage('customer', 'c');
  await chat.advance(3_600);
  expect((await chat.getTicket()).status).toBe('ASSIGNED');
});

it('warns again after an extension, and not before its full time', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  await chat.sendMessage('agent', 'ann');
  await chat.advance(60);
  const extended = await desk.call('agent', 'ann', 'PUT', `/v1/tickets/${chat.ticketId}/extend`);
  expect(await extended.json()).toMatchObject({
    metadata: { autoCloseTimestamp: Math.floor(desk.clock.now / 1000) + 90 },
  });
  await chat.advance(59);
  expect(await chat.listMessages()).toHaveLength(2);
  await chat.advance(1);
  expect(await chat.listMessages()).toHaveLength(3);
});

it('stops when the queue no longer closes idle chats, and when the ticket moves to another queue', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  const isRunning = async () => (await chat.getTicket()).metadata.autoCloseTimestamp !== undefined;
  await chat.sendMessage('agent', 'ann');
  expect(await isRunning()).toBe(true);
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { queues: [{ id: 'default' }] });
  expect(await isRunning()).toBe(false);

  const autoClose = { warnSeconds: 60, closeSeconds: 90 };
  const queues = [
    { id: 'thai', takes: { languages: ['tha'] } },
    { id: 'default', autoClose },
  ];
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { queues });
  await chat.sendMessage('agent', 'ann');
  expect(await isRunning()).toBe(true);
  const fields = { metadata: { language: 'tha' } };
  const change = { status: 'UPDATE_FIELD', fields };
  await desk.call('service', 'backend', 'PUT', `/v1/tickets/${chat.ticketId}/status`, change);
  expect(await isRunning()).toBe(false);
});
