import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database, Result } from '../database.ts';
import type { TicketEvent } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { events, tickets } from '../schema.ts';
import { build, reader, type Statement } from '../statement.ts';
import { ticketFields, type TicketRow } from './ticket-row.ts';

/** A change of one ticket that only somebody may make, at a version of it or at any. */
export type TicketChange = Command & {
  ticketId: string;
  /** The agent that the ticket has to be with; null: anyone’s may be changed. */
  owner: string | null;
  /** The `changeId` that it has to have; null: any. */
  ifVersion: string | null;
};

export type TicketChangeParams = CommandParams & {
  ticketId: string;
  owner: string | null;
  ifVersion: string | null;
};

/** The ticket as it now is, null when there is none, and whether this command changed it. */
export type TicketChangeOutcome = { isDone: boolean; ticket: TicketRow | null };

/** The part of a change’s guard that every change has. */
export const isMeant = (p: { changeId: SQL; ticketId: SQL; owner: SQL; ifVersion: SQL }) =>
  sql`${isFirstTime(p)} and ${tickets.id} = ${p.ticketId} and (${p.owner} is null or ${tickets.agentId} = ${p.owner})
    and (${p.ifVersion} is null or ${tickets.changeId} = ${p.ifVersion})`;

const outcomeFields = {
  ...ticketFields,
  isDone: sql<number>`exists (select 1 from ${events} where ${events.changeId} = ${sql.placeholder('changeId')}
    and ${events.type} = ${sql.placeholder('event')} and ${events.subjectId} = ${tickets.id})`,
};

const selectOutcome = reader<{ changeId: string; event: string; ticketId: string }>()(
  outcomeFields,
  (p, fields) =>
    build
      .select(fields)
      .from(tickets)
      .where(sql`${tickets.id} = ${p.ticketId}`),
);

/** Sends a change of one ticket, which has been made when `event` tells of it; `also` asks for more. */
export async function changeTicket<P extends TicketChangeParams>(
  db: Database,
  event: TicketEvent,
  statements: readonly Statement<P>[],
  params: P,
  also: readonly Statement<P>[] = [],
): Promise<{ outcome: TicketChangeOutcome; results: Result[] }> {
  const [, ...results] = await db.batch(
    [
      noteRepeat(params),
      ...statements.map((bind) => bind(params)),
      selectOutcome({ ...params, event }),
      ...also.map((bind) => bind(params)),
    ],
    'write',
  );
  const [row] = selectOutcome.rows(results[statements.length]!);
  if (!row) return { outcome: { isDone: false, ticket: null }, results };
  const { isDone, ...ticket } = row;
  return { outcome: { isDone: isDone === 1, ticket }, results };
}
