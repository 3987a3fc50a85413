import type { Message, Role, TicketRecord } from '@chat-ticket/contract';
import { sweep } from '@chat-ticket/storage';
import { expect } from 'vitest';
import type { openTestDesk } from './open-test-desk.ts';

type Desk = Awaited<ReturnType<typeof openTestDesk>>;

const autoClose = { warnSeconds: 60, closeSeconds: 90, warningText: 'Still there?' };

const answer = async <T>(response: Response, status: number): Promise<T> => {
  const text = await response.text();
  expect(`${response.status} ${text}`).toMatch(new RegExp(`^${status} `));
  return JSON.parse(text) as T;
};

/** Ann’s chat with a customer, in a queue that closes idle chats after 90 seconds. */
export async function openChat(desk: Desk, queue: Record<string, unknown> = {}) {
  const queues = [{ id: 'default', pickTimeoutSeconds: 86_400, autoClose, ...queue }];
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { queues });
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  const taken = await desk.call('service', 'backend', 'POST', '/v1/tickets', { customer: { id: 'c' } });
  const { id, metadata } = (await taken.json()) as TicketRecord;
  const { roomId } = metadata;
  let said = 0;

  return {
    ticketId: id,
    roomId,
    say: async (role: Role, sub: string, text = 'hello'): Promise<Message> => {
      said += 1;
      const body = { clientMessageId: `m${said}`, text };
      const path = `/v1/rooms/${roomId}/messages`;
      return answer(await desk.call(role, sub, 'POST', path, body, { room: roomId }), 201);
    },
    ticket: async (): Promise<TicketRecord> =>
      answer(await desk.call('service', 'backend', 'GET', `/v1/tickets/${id}`), 200),
    /** Lets time pass, in which Ann stays connected, and does then what is due. */
    pass: async (seconds: number) => {
      desk.clock.now += seconds * 1000;
      await desk.call('agent', 'ann', 'PUT', '/v1/online');
      await sweep(desk.db, { now: desk.clock.now, newId: () => crypto.randomUUID() });
    },
    messages: async (): Promise<Message[]> => {
      const path = `/v1/rooms/${roomId}/messages`;
      const page = await answer<{ messages: Message[] }>(
        await desk.call('service', 'backend', 'GET', path),
        200,
      );
      return page.messages;
    },
  };
}
