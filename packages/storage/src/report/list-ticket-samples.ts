import type { TicketFigure } from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { one, type Select, select } from '../command/statement.ts';
import { type Filters, passesFilters, type Source, sources } from './ticket-samples.ts';

/** A figure of the report of tickets whose rows can be listed. */
export type ListedFigure = TicketFigure | 'answeredInGoal' | 'taken' | 'missed' | 'declined' | 'transferred';

/** The part of the list to read. Times are in ms since 1970. */
export type ListTicketSamples = Filters & {
  from: number;
  until: number;
  /** Only waits with this cause. Null: all. */
  cause: string | null;
  /** The place of the row before the first one. */
  afterAt: number;
  afterId: number;
  /** How many rows to return at most. */
  limit: number;
};

/** A thing that a figure counts. */
export type TicketSampleRow = {
  id: number;
  ticketId: string;
  queueId: string;
  agentId: string | null;
  at: number;
  ms: number | null;
  cause: string | null;
  endedBy: string | null;
};

/** How many rows a page looks at. It can be short if few of them pass the filters. */
export const maxExamined = 5_000;

const narrower: Record<Exclude<ListedFigure, TicketFigure>, { figure: TicketFigure; passes: string }> = {
  answeredInGoal: { figure: 'answered', passes: 's.first_assigned_at - s.created_at <= s.goal_ms' },
  taken: { figure: 'offered', passes: `s.ended_by = 'picked'` },
  missed: { figure: 'offered', passes: `s.ended_by = 'missed'` },
  declined: { figure: 'offered', passes: `s.ended_by = 'declined'` },
  transferred: { figure: 'offered', passes: 'true' },
};

/** The rows of a figure after the cursor, in the order of the index. */
const after = ({ table, where, at }: Source) => `
    from ${table} row
    where ${where} and row.${at} >= :from and row.${at} < :until and (row.${at}, row.id) > (:afterAt, :afterId)
    order by row.${at}, row.id`;

function listOf(name: ListedFigure) {
  const { figure, passes } =
    name in narrower
      ? narrower[name as keyof typeof narrower]
      : { figure: name as TicketFigure, passes: 'true' };
  const source: Source =
    name === 'transferred'
      ? { ...sources[figure], where: `ended_by in ('transferred', 'moved')` }
      : sources[figure];
  const isInterval = source.table === 'ticket_intervals';
  const passesCause = isInterval ? '(:cause is null or s.cause = :cause)' : ':cause is null';
  const rows: Select<ListTicketSamples, TicketSampleRow> = select<ListTicketSamples, TicketSampleRow>`
  select s.id as "id", s.ticket_id as "ticketId", s.queue_id as "queueId", ${source.agent} as "agentId",
    s.${source.at} as "at", ${source.value} as "ms",
    ${isInterval ? 's.cause' : 'null'} as "cause", ${isInterval ? 's.ended_by' : 'null'} as "endedBy"
  from (select * ${after(source)} limit ${maxExamined}) s
  where ${passes} and ${passesCause} and ${passesFilters(source)}
  limit :limit`;
  const last = select<ListTicketSamples, { at: number; id: number }>`
  select row.${source.at} as "at", row.id as "id" ${after(source)} limit 1 offset ${maxExamined - 1}`;
  return query({ answer: { rows, last: one(last) } });
}

/**
 * The things that a figure of the report of tickets counts, oldest first, by the name of the figure. `last`: the last row that
 * the page looked at, if more can follow it.
 */
export const listTicketSamples: Readonly<Record<ListedFigure, ReturnType<typeof listOf>>> = {
  created: listOf('created'),
  answered: listOf('answered'),
  answeredInGoal: listOf('answeredInGoal'),
  replied: listOf('replied'),
  closed: listOf('closed'),
  waited: listOf('waited'),
  offered: listOf('offered'),
  taken: listOf('taken'),
  missed: listOf('missed'),
  declined: listOf('declined'),
  transferred: listOf('transferred'),
  handled: listOf('handled'),
  wrappedUp: listOf('wrappedUp'),
};
