import { queueRank } from '@chat-ticket/domain';
import { eq, sql } from 'drizzle-orm';
import type { Command } from '../command.ts';
import type { Database } from '../database.ts';
import { appendTicketEvents } from '../event/append.ts';
import { appendAssignments, assignFirstWaiting, type RoutingParams } from '../routing/assign.ts';
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
  defaultCapacity: number;
};

type Params = RoutingParams & Omit<Intake, keyof Command> & { rank: number; expiredAt: number };

const pruneKeys = statement<Params>(
  (p) => sql`
    delete from ${idempotencyKeys} where rowid in (
      select rowid from ${idempotencyKeys} where created_at < ${p.expiredAt} order by created_at limit 16)`,
);

// The change id of an intake is also the id of the ticket it makes.
const claimKey = statement<Params>(
  (p) => sql`
    insert into ${idempotencyKeys} (scope, key, body_hash, change_id, created_at)
    values (${p.scope}, ${p.key}, ${p.bodyHash}, ${p.changeId}, ${p.now})
    on conflict (scope, key) do update set
      body_hash = excluded.body_hash, change_id = excluded.change_id, ticket_id = null, created_at = excluded.created_at
    where ${idempotencyKeys.createdAt} < ${p.expiredAt}`,
);

const isOurKey = (p: { scope: unknown; key: unknown; changeId: unknown }) =>
  sql`${idempotencyKeys.scope} = ${p.scope} and ${idempotencyKeys.key} = ${p.key} and ${idempotencyKeys.changeId} = ${p.changeId}`;

const insertTicket = statement<Params>(
  (p) => sql`
    insert into ${tickets} (
      id, status, waiting_status, priority, rank, entity_id, language, ccr, order_id,
      customer_id, customer_first_name, customer_last_name, customer_name, content,
      room_id, created_at, updated_at, change_id)
    select ${p.changeId}, 'CREATED', 'CREATED', ${p.priority}, ${p.rank}, ${p.entityId}, ${p.language}, ${p.ccr}, ${p.orderId},
      ${p.customerId}, ${p.customerFirstName}, ${p.customerLastName}, ${p.customerName}, ${p.content},
      ${p.roomId}, ${p.now}, ${p.now}, ${p.changeId}
    from ${idempotencyKeys} where ${isOurKey(p)} and ${idempotencyKeys.ticketId} is null
    on conflict do nothing`,
);

const rememberTicket = statement<Params>((p) =>
  build
    .update(idempotencyKeys)
    .set({
      ticketId: sql`(select ${tickets.id} from ${tickets} where ${tickets.customerId} = ${p.customerId}
        and ${tickets.entityId} = ${p.entityId} and ${tickets.orderId} = ${p.orderId} and ${isOpen(tickets)})`,
    })
    .where(sql`${isOurKey(p)} and ${idempotencyKeys.ticketId} is null`),
);

const appendCreated = appendTicketEvents<Params>('ticket.created', sql`${tickets.status} = 'CREATED'`);
const route = statement<Params>(assignFirstWaiting);

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

/**
 * Takes a chat in once for its key, and routes. `created`: the key’s request made the ticket; `open`: the
 * customer had it open already; `key_reused`: the key stands for another body.
 */
export async function intake(
  db: Database,
  command: Intake,
): Promise<{ outcome: 'created' | 'open'; ticket: TicketRow } | { outcome: 'key_reused' }> {
  const params = {
    ...command,
    rank: queueRank({ priority: command.priority, createdAt: command.now }),
    expiredAt: command.now - idempotencyRetentionMs,
  };
  const statements = [
    pruneKeys,
    claimKey,
    insertTicket,
    rememberTicket,
    appendCreated,
    route,
    appendAssignments,
    selectAnswer,
  ];
  const results = await db.batch(
    statements.map((bind) => bind(params)),
    'write',
  );
  const [answer] = selectAnswer.rows(results.at(-1)!);
  if (!answer) throw new Error('intake left no ticket behind its key');
  const { bodyHash, keyChangeId, ...ticket } = answer;
  if (bodyHash !== command.bodyHash) return { outcome: 'key_reused' };
  return { outcome: keyChangeId === ticket.id ? 'created' : 'open', ticket };
}
