import type { Message, Role, TicketRecord } from '@chat-ticket/contract';
import { sweep } from '@chat-ticket/storage';
import { expect } from 'vitest';
import type { openDesk } from './open-desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

const autoClose = { warnSeconds: 60, closeSeconds: 90, warningText: 'Still there?' };

const bodyOf = async <T>(response: Response, status: number): Promise<T> => {
  const text = await response.text();
  expect(`${response.status} ${text}`).toMatch(new RegExp(`^${status} `));
  return JSON.parse(text) as T;
};

/**
 * Puts agent `ann` online and creates a ticket that the desk assigns to her.
 * The queue closes an idle chat after 90 seconds, unless `queue` says otherwise.
 */
export async function openChat(desk: Desk, queue: Record<string, unknown> = {}) {
  const queues = [{ id: 'default', pickTimeoutSeconds: 86_400, autoClose, ...queue }];
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { queues });
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  const created = await desk.call('service', 'backend', 'POST', '/v1/tickets', { customer: { id: 'c' } });
  const { id, metadata } = (await created.json()) as TicketRecord;
  const { roomId } = metadata;
  let sent = 0;

  return {
    ticketId: id,
    roomId,
    sendMessage: async (role: Role, sub: string, text = 'hello'): Promise<Message> => {
      sent += 1;
      const body = { clientMessageId: `m${sent}`, text };
      const path = `/v1/rooms/${roomId}/messages`;
      return bodyOf(await desk.call(role, sub, 'POST', path, body, { room: roomId }), 201);
    },
    getTicket: async (): Promise<TicketRecord> =>
      bodyOf(await desk.call('service', 'backend', 'GET', `/v1/tickets/${id}`), 200),
    /** Advances the clock, renews Ann’s lease and sweeps what is due. */
    advance: async (seconds: number) => {
      desk.clock.now += seconds * 1000;
      await desk.call('agent', 'ann', 'PUT', '/v1/online');
      await sweep(desk.db, { now: desk.clock.now, newId: () => crypto.randomUUID() });
    },
    listMessages: async (): Promise<Message[]> => {
      const path = `/v1/rooms/${roomId}/messages`;
      const page = await bodyOf<{ messages: Message[] }>(
        await desk.call('service', 'backend', 'GET', path),
        200,
      );
      return page.messages;
    },
  };
}
