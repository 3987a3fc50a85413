import { isDeepStrictEqual } from 'node:util';
import { matchQueue } from '@chat-ticket/domain';
import { type Chat, isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { place } from './place.ts';
import { assign } from './route.ts';

export const openTicketOf = (desk: ModelDesk, chat: Pick<Chat, 'customerId' | 'entityId' | 'orderId'>) =>
  [...desk.tickets.values()].find(
    (ticket) =>
      isOpen(ticket) &&
      ticket.customerId === chat.customerId &&
      ticket.entityId === chat.entityId &&
      ticket.orderId === chat.orderId,
  );

const keyRetentionMs = 24 * 3_600_000;

type Answer = { id: string; roomId: string; status: number };
/** What a chat comes to: a ticket of its own, one that there is already, or a refusal. */
type Outcome =
  | { type: 'created' }
  | { type: 'known'; ticketId: string; status: number }
  | { type: 'refused'; code: string };

function keptKey(desk: ModelDesk, key: string | null) {
  const known = desk.keys.get(key ?? '');
  return known && known.createdAt >= desk.now - keyRetentionMs ? known : undefined;
}

function outcomeOf(desk: ModelDesk, chat: Chat, key: string | null): Outcome {
  const known = keptKey(desk, key);
  if (known) {
    // Spread, as drawn objects may have no prototype, which would count.
    if (!isDeepStrictEqual({ ...known.chat }, { ...chat }))
      return { type: 'refused', code: 'idempotency_key_reused' };
    return { type: 'known', ticketId: known.ticketId, status: known.isCreator ? 201 : 200 };
  }
  const open = openTicketOf(desk, chat);
  if (open) return { type: 'known', ticketId: open.id, status: 200 };
  const queue = matchQueue(desk.settings.queues, chat);
  const isRefused = queue.whenClosed === 'refuse' && !desk.isQueueOpen(queue.id);
  return isRefused ? { type: 'refused', code: 'queue_closed' } : { type: 'created' };
}

/** Foretells an intake before it is sent; what it answers then does it in the model. */
export function foretellIntake(
  desk: ModelDesk,
  chat: Chat,
  key: string | null,
): (answer: Answer) => string | null {
  const outcome = outcomeOf(desk, chat, key);
  return ({ id, roomId, status }) => {
    takeIn(desk, chat, outcome.type === 'created' ? { id, roomId } : null);
    if (outcome.type === 'refused') return outcome.code;
    const expected = outcome.type === 'created' ? { ticketId: id, status: 201 } : outcome;
    if (expected.ticketId !== id || expected.status !== status)
      return `${expected.status} with ${expected.ticketId}`;
    if (key !== null && !keptKey(desk, key))
      desk.keys.set(key, { chat, ticketId: id, isCreator: outcome.type === 'created', createdAt: desk.now });
    return null;
  };
}

function takeIn(desk: ModelDesk, chat: Chat, own: { id: string; roomId: string } | null): void {
  if (own) {
    const last = [...desk.tickets.values()]
      .filter(({ customerId, closedAt }) => customerId === chat.customerId && closedAt !== null)
      .reduce<ModelTicket | null>((a, b) => (a && a.closedAt! > b.closedAt! ? a : b), null);
    const ticket: ModelTicket = {
      ...chat,
      ...own,
      status: 'CREATED',
      waitingStatus: 'CREATED',
      rank: 0,
      queueId: '',
      isQueueFixed: false,
      tier: 1,
      stage: 0,
      needs: [],
      tierFrom: 1,
      tierTo: 1,
      widenAt: null,
      preferredAgentId: last?.agentId ?? null,
      preferUntil: last?.agentId ? last.closedAt! + desk.settings.stickySeconds * 1000 : null,
      agentId: null,
      assignments: 0,
      isAgentFixed: false,
      pickBy: null,
      pickedAt: null,
      retryAt: null,
      wrapUpUntil: null,
      createdAt: desk.now,
      closedAt: null,
      declinedBy: [],
    };
    desk.tickets.set(own.id, ticket);
    place(desk, ticket);
    desk.tell('ticket.created', ticket);
  }
  assign(desk, 1);
}
