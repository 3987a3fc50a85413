import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, select, statement } from '../command/statement.ts';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';

/** How many rows of `tickets` one batch looks at. Other processes can write between two batches. */
const batchSize = 500;

const fromRow = '(select from_row from fact_backfill)';

const firstReply = (column: 'at' | 'sender_id') => `(
    select ${column} from messages
    where ticket_id = tickets.id and sender_role = 'agent' and kind = 'message' order by seq limit 1)`;

// The event log of these tickets may be pruned, so what only it knew is not filled in.
const insertFacts = statement<CommandContext>`
  insert into ticket_facts (
    ticket_id, queue_id, entity_id, language, ccr, agent_id, first_agent_id, reply_agent_id, created_at,
    first_assigned_at, goal_ms, picked_at, first_reply_at, room_closed_at, closed_at, assignments)
  select id, queue_id, entity_id, language, ccr, agent_id, case assignments when 1 then agent_id end,
    ${firstReply('sender_id')}, created_at, first_assigned_at,
    case when first_assigned_at is not null then (select goal_ms from queues where id = tickets.queue_id) end,
    picked_at, ${firstReply('at')}, room_closed_at, closed_at, assignments
  from tickets
  where rowid < ${fromRow} and rowid >= ${fromRow} - ${batchSize}
    and not exists (select 1 from ticket_facts where ticket_id = tickets.id)`;

const advance = statement<CommandContext>`update fact_backfill set from_row = from_row - ${batchSize}`;

const end = statement<CommandContext>`delete from fact_backfill where from_row <= 1`;

const selectRest = select<
  CommandContext,
  { fromRow: number }
>`select from_row as "fromRow" from fact_backfill`;

/** Inserts the facts of the next 500 tickets that were closed before the desk kept facts, newest first. */
export const backfillFactBatch = command({
  steps: [insertFacts, advance, end],
  answer: { rest: one(selectRest) },
  outcome: ({ rest }) => ({ isDone: rest === null }),
});

/** Inserts the facts of all tickets that were closed before the desk kept facts. Nothing happens if they exist. */
export async function backfillFacts(db: Database, now: () => number): Promise<void> {
  const nextContext = () => ({
    changeId: crypto.randomUUID(),
    now: now(),
    actorRole: 'system',
    actorId: 'migrate',
  });
  for (let isDone = false; !isDone;) ({ isDone } = await send(db, backfillFactBatch, nextContext()));
}
