import type { Ticket } from '@chat-ticket/contract';
import { fieldKeys, reasonKeys } from '@chat-ticket/domain';
import { and, eq } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, select, statement } from '../command/statement.ts';
import { ticketColumns, type TicketRow } from '../rows/ticket-row.ts';
import { idempotencyKeys, tickets } from '../schema.ts';
import { matchQueue } from '../sql/match-queue.ts';
import { nextOpening, queueIsOpen } from '../sql/opening-hours.ts';
import { isOpen } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';
import { appendAssignments, assignNext } from '../steps/assign.ts';
import { placeInQueue } from '../steps/place-in-queue.ts';
import { pruneDelayMs } from '../sql/prune-delay.ts';

/** How long an idempotency key is valid, in ms: 24 hours. After a gap it is valid for 10 minutes at least. */
export const idempotencyRetentionMs = 24 * 3_600_000;

/** A ticket to create. Missing fields are empty or null. */
export type CreateTicket = CommandContext & {
  /** The owner of the idempotency key. Each caller has its own keys. */
  scope: string;
  key: string;
  /** Equal for equal requests. */
  bodyHash: string;
  /** `WORKFLOW_PENDING`: the ticket waits for a workflow first, then for an agent. */
  status: 'CREATED' | 'WORKFLOW_PENDING';
  roomId: string;
  priority: number;
  entityId: string;
  language: string | null;
  ccr: string | null;
  orderId: string;
  customerId: string;
  customerFirstName: string | null;
  customerLastName: string | null;
  customerName: string | null;
  content: Ticket['content'];
  /** The values of custom fields. Default: none. */
  fields?: NonNullable<Ticket['fields']>;
};

/**
 * `created`: a request with this key created the ticket. `open`: the customer already had this open ticket for the
 * entity and order. `key_reused`: the key was used with another body. `queue_closed`: the queue refuses tickets while
 * it is closed. It opens at `opensAt`, in ms since 1970.
 */
export type CreateTicketOutcome =
  | { outcome: 'created' | 'open'; ticket: TicketRow }
  | { outcome: 'key_reused' }
  | { outcome: 'queue_closed'; queueId: string; opensAt: number | null };

const toParams = ({ fields = {}, ...ticket }: CreateTicket) => ({
  ...ticket,
  ...reasonKeys(ticket.ccr),
  fields,
  fieldKeys: fieldKeys(fields),
});

type Params = ReturnType<typeof toParams>;

// A clock that is ahead for a moment must not make the desk forget a key.
const keyIsExpired = `idempotency_keys.created_at < :now - ${idempotencyRetentionMs}
    and not exists (select 1 from service where abs(:now - gap_until) < ${pruneDelayMs})`;

const pruneKeys = statement<Params>`
  delete from idempotency_keys where rowid in (
    select rowid from idempotency_keys where ${keyIsExpired} order by created_at limit 16)`;

const openTicketId = `(
    select id from tickets
    where customer_id = :customerId and entity_id = :entityId and order_id = :orderId and ${isOpen('tickets')})`;

const queueId = matchQueue({
  entityId: ':entityId',
  language: ':language',
  ccrKey: ':ccrKey',
  topicKey: ':topicKey',
  fieldKeys: ':fieldKeys',
});

const isRefused = `(${openTicketId} is null and exists (
    select 1 from queues
    where id = ${queueId} and refuses_when_closed = 1 and not ${queueIsOpen('queues.id', ':now')}))`;

// The command’s change id becomes the id of the ticket that it creates.
const claimKey = statement<Params>`
  insert into idempotency_keys (scope, key, body_hash, change_id, created_at)
  select :scope, :key, :bodyHash, :changeId, :now where not ${isRefused}
  on conflict (scope, key) do update set
    body_hash = excluded.body_hash, change_id = excluded.change_id, ticket_id = null, created_at = excluded.created_at
  where ${keyIsExpired}`;

/** Whether this command has claimed the key and the key has no ticket yet. */
const hasClaimedKey = `idempotency_keys.scope = :scope and idempotency_keys.key = :key
    and idempotency_keys.change_id = :changeId and idempotency_keys.ticket_id is null`;

const insertTicket = statement<Params>`
  insert into tickets (
    id, status, waiting_status, priority, rank, entity_id, language, ccr, ccr_key, topic_key, order_id,
    customer_id, customer_first_name, customer_last_name, customer_name, content, fields, field_keys, queue_id,
    preferred_agent_id, prefer_until, room_id, last_customer_seq, customer_waits_since, created_at, updated_at, change_id)
  select
    :changeId, :status, 'CREATED', :priority, 0, :entityId, :language, :ccr, :ccrKey, :topicKey, :orderId,
    :customerId, :customerFirstName, :customerLastName, :customerName, :content, :fields, :fieldKeys, '',
    last.agent_id, last.closed_at + (select sticky_ms from settings), :roomId, 0, :now, :now, :now, :changeId
  from idempotency_keys left join (
    select agent_id, closed_at from (
      select agent_id, closed_at from tickets
      where customer_id = :customerId and closed_at is not null
      order by closed_at desc limit 1)
    where agent_id is not null) last
  where ${hasClaimedKey}
  on conflict do nothing`;

const linkTicket = statement<Params>`
  update idempotency_keys set ticket_id = ${openTicketId}
  where ${hasClaimedKey}`;

const appendCreated = appendChange<Params>('ticket.created', { where: 'tickets.id = :changeId' });

const selectKeyed = built((p: Placeholders<Params>) =>
  build
    .select({ ...ticketColumns, bodyHash: idempotencyKeys.bodyHash, keyChangeId: idempotencyKeys.changeId })
    .from(idempotencyKeys)
    .innerJoin(tickets, eq(tickets.id, idempotencyKeys.ticketId))
    .where(and(eq(idempotencyKeys.scope, p.scope), eq(idempotencyKeys.key, p.key))),
);

const selectRefusal = select<Params, { queueId: string; opensAt: number | null }>`
  select id as "queueId", ${nextOpening('queues.id', ':now')} as "opensAt"
  from queues where id = ${queueId} and ${isRefused}`;

/** Creates a ticket, once for each idempotency key, and assigns it if an agent can take it. */
export const createTicket = command({
  params: toParams,
  steps: [
    pruneKeys,
    claimKey,
    insertTicket,
    linkTicket,
    placeInQueue,
    appendCreated,
    assignNext,
    appendAssignments,
  ],
  answer: { keyed: one(selectKeyed), refusal: one(selectRefusal) },
  outcome: ({ keyed, refusal }, input): CreateTicketOutcome => {
    if (!keyed) {
      if (!refusal) throw new Error('The idempotency key has no ticket, although its queue accepts tickets.');
      return { outcome: 'queue_closed', ...refusal };
    }
    const { bodyHash, keyChangeId, ...ticket } = keyed;
    if (bodyHash !== input.bodyHash) return { outcome: 'key_reused' };
    return { outcome: keyChangeId === ticket.id ? 'created' : 'open', ticket };
  },
});
