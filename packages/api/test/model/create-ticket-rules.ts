// What creating a ticket does to the model: idempotency keys, one open ticket of a customer, closed queues.
import { isDeepStrictEqual } from 'node:util';
import { matchQueue } from '@chat-ticket/domain';
import { type NewTicket, isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { place } from './place-rules.ts';
import { assignWaiting } from './assignment-rules.ts';

export const openTicketOf = (
  desk: ModelDesk,
  fields: Pick<NewTicket, 'customerId' | 'entityId' | 'orderId'>,
) =>
  [...desk.tickets.values()].find(
    (ticket) =>
      isOpen(ticket) &&
      ticket.customerId === fields.customerId &&
      ticket.entityId === fields.entityId &&
      ticket.orderId === fields.orderId,
  );

const keyRetentionMs = 24 * 3_600_000;

type Response = { id: string; roomId: string; status: number };
/** The result of the request: a new ticket, an existing one, or a refusal. */
type Outcome =
  | { type: 'created' }
  | { type: 'known'; ticketId: string; status: number }
  | { type: 'refused'; code: string };

function validKey(desk: ModelDesk, key: string | null) {
  const known = desk.keys.get(key ?? '');
  return known && known.createdAt >= desk.now - keyRetentionMs ? known : undefined;
}

function outcomeOf(desk: ModelDesk, fields: NewTicket, key: string | null): Outcome {
  const known = validKey(desk, key);
  if (known) {
    // The copies have a prototype, which generated objects may not have and which isDeepStrictEqual compares.
    if (!isDeepStrictEqual({ ...known.fields }, { ...fields }))
      return { type: 'refused', code: 'idempotency_key_reused' };
    return { type: 'known', ticketId: known.ticketId, status: known.isCreator ? 201 : 200 };
  }
  const open = openTicketOf(desk, fields);
  if (open) return { type: 'known', ticketId: open.id, status: 200 };
  const queue = matchQueue(desk.settings.queues, fields);
  const isRefused = queue.whenClosed === 'refuse' && !desk.isQueueOpen(queue.id);
  return isRefused ? { type: 'refused', code: 'queue_closed' } : { type: 'created' };
}

/**
 * Predicts the result before the request is sent. The returned function applies it to the model, with the ids of the
 * response, and returns the refusal.
 */
export function predictCreate(
  desk: ModelDesk,
  fields: NewTicket,
  key: string | null,
): (response: Response) => string | null {
  const outcome = outcomeOf(desk, fields, key);
  return ({ id, roomId, status }) => {
    createTicket(desk, fields, outcome.type === 'created' ? { id, roomId } : null);
    if (outcome.type === 'refused') return outcome.code;
    const expected = outcome.type === 'created' ? { ticketId: id, status: 201 } : outcome;
    if (expected.ticketId !== id || expected.status !== status)
      return `${expected.status} with ${expected.ticketId}`;
    if (key !== null && !validKey(desk, key))
      desk.keys.set(key, {
        fields,
        ticketId: id,
        isCreator: outcome.type === 'created',
        createdAt: desk.now,
      });
    return null;
  };
}

function createTicket(desk: ModelDesk, fields: NewTicket, ids: { id: string; roomId: string } | null): void {
  if (ids) {
    const last = [...desk.tickets.values()]
      .filter(({ customerId, closedAt }) => customerId === fields.customerId && closedAt !== null)
      .reduce<ModelTicket | null>((a, b) => (a && a.closedAt! > b.closedAt! ? a : b), null);
    const ticket: ModelTicket = {
      ...fields,
      ...ids,
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
      closingCode: null,
      declinedBy: [],
    };
    desk.tickets.set(ids.id, ticket);
    place(desk, ticket);
    desk.emit('ticket.created', ticket);
  }
  assignWaiting(desk, 1);
}
