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
/** After a gap, a key is valid for this time at least. */
const retentionAfterGapMs = 600_000;

type Response = { id: string; roomId: string; status: number };
/** The result of the request: a new ticket, an existing one, or a refusal. */
type Outcome =
  | { type: 'created' }
  | { type: 'known'; ticketId: string; status: number }
  | { type: 'refused'; code: string };

const isKeyExpired = (desk: ModelDesk, createdAt: number): boolean =>
  createdAt < desk.now - keyRetentionMs &&
  (desk.gapUntil === null || Math.abs(desk.now - desk.gapUntil) >= retentionAfterGapMs);

/** Each request deletes the oldest expired keys, 16 at most. A request without a key has one that no other request has. */
function pruneKeys(desk: ModelDesk): void {
  const keys = [
    ...[...desk.keys].map(([key, { createdAt }]) => ({ createdAt, delete: () => desk.keys.delete(key) })),
    ...[...desk.ownKeys].map((own) => ({ createdAt: own.createdAt, delete: () => desk.ownKeys.delete(own) })),
  ];
  const expired = keys.filter(({ createdAt }) => isKeyExpired(desk, createdAt));
  expired.sort((one, other) => one.createdAt - other.createdAt);
  for (const key of expired.slice(0, 16)) key.delete();
}

function validKey(desk: ModelDesk, key: string) {
  const known = desk.keys.get(key);
  return known && !isKeyExpired(desk, known.createdAt) ? known : undefined;
}

function outcomeOf(desk: ModelDesk, fields: NewTicket, key: string | null): Outcome {
  const known = key === null ? undefined : validKey(desk, key);
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
  pruneKeys(desk);
  const outcome = outcomeOf(desk, fields, key);
  return ({ id, roomId, status }) => {
    createTicket(desk, fields, outcome.type === 'created' ? { id, roomId } : null);
    if (outcome.type === 'refused') return outcome.code;
    const expected = outcome.type === 'created' ? { ticketId: id, status: 201 } : outcome;
    if (expected.ticketId !== id || expected.status !== status)
      return `${expected.status} with ${expected.ticketId}`;
    if (key === null) desk.ownKeys.add({ createdAt: desk.now });
    else if (!validKey(desk, key))
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
