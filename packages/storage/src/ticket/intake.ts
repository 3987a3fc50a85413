import { eq, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendChange } from '../event/append.ts';
import { noteRepeat } from '../event/repeat.ts';
import { matchQueue } from '../queue/match-queue.ts';
import { nextOpening, queueIsOpen } from '../queue/opening-sql.ts';
import { placeInQueue } from '../queue/place-in-queue.ts';
import { appendAssignments, assignNext } from '../routing/assign.ts';
import { idempotencyKeys, tickets } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import { isOpen } from './state-sql.ts';
import { ticketFields, type TicketRow } from './ticket-row.ts';

/** How long an idempotency key is kept at least. */
export const idempotencyRetentionMs = 24 * 3_600_000;

export type Intake = Command & {
  /** Who the key belongs to, and the key. */
  scope: string;
  key: string;
  bodyHash: string;
  /** WORKFLOW_PENDING: it waits for no agent yet. */
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
  /** JSON object. */
  content: string;
};

/**
 * `created`: the key’s request made the ticket; `open`: the customer had it open already; `key_reused`: the
 * key stands for another body; `queue_closed`: the ticket’s queue takes none outside of its hours.
 */
export type IntakeOutcome =
  | { outcome: 'created' | 'open'; ticket: TicketRow }
  | { outcome: 'key_reused' }
  | { outcome: 'queue_closed'; queueId: string; opensAt: number | null };

type Params = CommandParams & Omit<Intake, keyof Command> & { expiredAt: number };
type Placeholders = { readonly [Name in keyof Params]: ReturnType<typeof sql> };

const pruneKeys = statement<Params>(
  (p) => sql`
    delete from ${idempotencyKeys} where rowid in (
      select rowid from ${idempotencyKeys} where created_at < ${p.expiredAt} order by created_at limit 16)`,
);

const openTicket = (p: Placeholders) => sql`(select ${tickets.id} from ${tickets}
  where ${tickets.customerId} = ${p.customerId} and ${tickets.entityId} = ${p.entityId}
    and ${tickets.orderId} = ${p.orderId} and ${isOpen(tickets)})`;

const isRefused = (p: Placeholders) => sql`(${openTicket(p)} is null and exists (
  select 1 from queues where id = ${matchQueue(p)} and refuses_when_closed = 1 and not ${queueIsOpen(sql`queues.id`, p.now)}))`;

// The change id of an intake is also the id of the ticket it makes.
const claimKey = statement<Params>(
  (p) => sql`
    insert into ${idempotencyKeys} (scope, key, body_hash, change_id, created_at)
    select ${p.scope}, ${p.key}, ${p.bodyHash}, ${p.changeId}, ${p.now} where not ${isRefused(p)}
    on conflict (scope, key) do update set
      body_hash = excluded.body_hash, change_id = excluded.change_id, ticket_id = null, created_at = excluded.created_at
    where ${idempotencyKeys.createdAt} < ${p.expiredAt}`,
);

const isOurKey = (p: { scope: unknown; key: unknown; changeId: unknown }) =>
  sql`${idempotencyKeys.scope} = ${p.scope} and ${idempotencyKeys.key} = ${p.key} and ${idempotencyKeys.changeId} = ${p.changeId}`;

const lastOfCustomer = (p: Placeholders, column: 'agent_id' | 'closed_at') =>
  sql`(select ${sql.raw(column)} from (
    select agent_id, closed_at from ${tickets} where customer_id = ${p.customerId} and closed_at is not null
    order by closed_at desc limit 1) where agent_id is not null)`;

const insertTicket = statement<Params>(
  (p) => sql`
    insert into ${tickets} (
      id, status, waiting_status, priority, rank, entity_id, language, ccr, order_id,
      customer_id, customer_first_name, customer_last_name, customer_name, content, queue_id,
      preferred_agent_id, prefer_until, room_id, created_at, updated_at, change_id)
    select ${p.changeId}, ${p.status}, 'CREATED', ${p.priority}, 0, ${p.entityId}, ${p.language}, ${p.ccr}, ${p.orderId},
      ${p.customerId}, ${p.customerFirstName}, ${p.customerLastName}, ${p.customerName}, ${p.content}, '',
      ${lastOfCustomer(p, 'agent_id')}, ${lastOfCustomer(p, 'closed_at')} + (select sticky_ms from settings),
      ${p.roomId}, ${p.now}, ${p.now}, ${p.changeId}
    from ${idempotencyKeys} where ${isOurKey(p)} and ${idempotencyKeys.ticketId} is null
    on conflict do nothing`,
);

const rememberTicket = statement<Params>((p) =>
  build
    .update(idempotencyKeys)
    .set({ ticketId: openTicket(p) })
    .where(sql`${isOurKey(p)} and ${idempotencyKeys.ticketId} is null`),
);

const appendCreated = appendChange<Params>('ticket.created', sql`${tickets.id} = ${tickets.changeId}`);

const answerFields = {
  ...ticketFields,
  bodyHash: idempotencyKeys.bodyHash,
  keyChangeId: idempotencyKeys.changeId,
};
const selectAnswer = reader<Params>()(answerFields, (p, fields) =>
  build
    .select(fields)
    .from(idempotencyKeys)
    .innerJoin(tickets, eq(tickets.id, idempotencyKeys.ticketId))
    .where(sql`${idempotencyKeys.scope} = ${p.scope} and ${idempotencyKeys.key} = ${p.key}`),
);
const selectRefusal = reader<Params>()(
  { queueId: sql<string>`queue_id`, opensAt: sql<number | null>`opens_at` },
  (p, fields) =>
    build
      .select(fields)
      .from(
        sql`(select id as queue_id, ${nextOpening(sql`queues.id`, p.now)} as opens_at from queues where id = ${matchQueue(p)} and ${isRefused(p)})`,
      ),
);

/** Takes a chat in once for its key, and routes. */
export async function intake(db: Database, command: Intake): Promise<IntakeOutcome> {
  const params = { ...command, expiredAt: command.now - idempotencyRetentionMs };
  const statements = [
    noteRepeat,
    pruneKeys,
    claimKey,
    insertTicket,
    rememberTicket,
    placeInQueue,
    appendCreated,
    assignNext,
    appendAssignments,
    selectRefusal,
    selectAnswer,
  ];
  const results = await db.batch(
    statements.map((bind) => bind(params)),
    'write',
  );
  const [answer] = selectAnswer.rows(results.at(-1)!);
  if (!answer) {
    const [refusal] = selectRefusal.rows(results.at(-2)!);
    if (!refusal) throw new Error('intake left no ticket behind its key');
    return { outcome: 'queue_closed', ...refusal };
  }
  const { bodyHash, keyChangeId, ...ticket } = answer;
  if (bodyHash !== command.bodyHash) return { outcome: 'key_reused' };
  return { outcome: keyChangeId === ticket.id ? 'created' : 'open', ticket };
}
