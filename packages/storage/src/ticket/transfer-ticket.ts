import { activeStates, statesBefore, waitingStates } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { appendTicketEvents } from '../event/append.ts';
import { agentAs, mayReceive } from '../routing/able.ts';
import { appendAssignments, assignNext, assignTo, assignUpTo, statusOfNext } from '../routing/assign.ts';
import { returnTickets } from '../routing/return-tickets.ts';
import { tickets } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import {
  changeTicket,
  isMeant,
  type TicketChange,
  type TicketChangeOutcome,
  type TicketChangeParams,
} from './change.ts';
import { statusIn } from './state-sql.ts';

type ToAgent = TicketChangeParams & { to: string; note: string | null };
type ToQueue = TicketChangeParams & { queueId: string; note: string | null };

const receiver = agentAs('receiver');

/** The agent of that id or email who can take one more. */
const ableReceiver = (p: { to: SQL; now: SQL }) => sql`(
  select ${receiver.id} from agents receiver
  where ${receiver.id} = ${receiverId(p)} and ${mayReceive(receiver, p.now)})`;
const receiverId = (p: { to: SQL }) =>
  sql`(select id from agents where id = ${p.to} or lower(email) = lower(${p.to}) order by id = ${p.to} desc limit 1)`;

const isGiven = (p: { [Name in keyof ToAgent]: SQL }) =>
  sql`${isMeant(p)} and ${statusIn(tickets, statesBefore('ASSIGNED', 'REASSIGNED'))}
    and ${tickets.agentId} is not ${receiverId(p)} and ${ableReceiver(p)} is not null`;

// Before the UPDATE, which is when the agent who loses the ticket is still known: both are told.
const appendGiven = appendTicketEvents<ToAgent>(
  'ticket.assigned',
  isGiven,
  (p) => ({
    status: statusOfNext,
    fromAgentId: sql`${tickets.agentId}`,
    reason: sql`'chosen_by_person'`,
    note: p.note,
  }),
  ableReceiver,
);
const give = statement<ToAgent>((p) =>
  build
    .update(tickets)
    .set(assignTo(p, ableReceiver(p), 'person'))
    .where(isGiven(p)),
);
const selectReceiver = reader<ToAgent>()(
  {
    id: sql<string | null>`${receiverId({ to: sql`${sql.placeholder('to')}` })}`,
    isAble: sql<number>`${ableReceiver({ to: sql`${sql.placeholder('to')}`, now: sql`${sql.placeholder('now')}` })} is not null`,
  },
  (_, fields) => build.select(fields).from(sql`(select 1)`),
);

/**
 * Gives a ticket to the agent that a person chose, if that one may receive; no rule offers it on then. Whoever
 * holds it already keeps it as it is.
 */
export async function transferToAgent(
  db: Database,
  command: TicketChange & { to: string; note: string | null },
): Promise<TicketChangeOutcome & { receiver: 'able' | 'unable' | 'unknown' | 'holder' }> {
  const { outcome, results } = await changeTicket<ToAgent>(
    db,
    'ticket.assigned',
    [selectReceiver, appendGiven, give, assignNext, appendAssignments],
    command,
  );
  const { id, isAble } = selectReceiver.rows(results[0]!)[0]!;
  const isHolder = id !== null && id === outcome.ticket?.agentId;
  return {
    ...outcome,
    receiver: isHolder ? 'holder' : isAble ? 'able' : id === null ? 'unknown' : 'unable',
  };
}

const toQueue = returnTickets<ToQueue>({
  event: 'ticket.moved',
  which: (p) =>
    sql`${isMeant(p)} and ${statusIn(tickets, [...activeStates, ...waitingStates])}
      and exists (select 1 from queues where id = ${p.queueId})`,
  data: (p) => ({ queueId: p.queueId, note: p.note }),
  asksOthersFirst: true,
  set: (p) => ({ queueId: p.queueId, isQueueFixed: 1 }),
});
const selectQueue = reader<ToQueue>()({ id: sql<string>`id` }, (p, fields) =>
  build
    .select(fields)
    .from(sql`queues`)
    .where(sql`id = ${p.queueId}`),
);

/** Lets a ticket wait in the queue that a person chose, at its original place; others are asked first. */
export async function transferToQueue(
  db: Database,
  command: TicketChange & { queueId: string; note: string | null },
): Promise<TicketChangeOutcome & { isQueueKnown: boolean }> {
  const { outcome, results } = await changeTicket<ToQueue>(
    db,
    'ticket.moved',
    [...toQueue, ...assignUpTo(2), appendAssignments],
    command,
    [selectQueue],
  );
  return { ...outcome, isQueueKnown: selectQueue.rows(results.at(-1)!).length > 0 };
}
