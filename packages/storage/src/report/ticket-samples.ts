import type { Dimension, TicketFigure } from '@chat-ticket/domain';
import { servedMs } from './served-ms.ts';

// The samples of the ticket report, as SQL: each is one thing that happened to a ticket. The aliases are `b` for the bucket and
// `s` for the fact.
// @see packages/domain/src/report/ticket-samples.ts `ticketSamples`, the same rule in TypeScript

/** What the tickets of a report are told apart by. */
export const dimensions = ['queue', 'agent', 'ccr', 'language', 'entity'] as const satisfies Dimension[];

/** How the samples of one figure are read from a table. All members but `table` and `at` are SQL. */
export type Source = {
  table: 'ticket_facts' | 'ticket_intervals';
  /** The condition that precedes the time in the index. */
  where: string;
  /** When it happened. */
  at: string;
  /** A duration in ms. The report has its mean and percentiles. */
  value: string;
  /** What the samples of the figure are told apart by. */
  detail: string;
  agent: string;
};

const fact = (source: Partial<Source> & Pick<Source, 'at' | 'agent'>): Source => ({
  table: 'ticket_facts',
  where: 'true',
  value: 'null',
  detail: `''`,
  ...source,
});

const sinceIntake = (column: string) => `max(0, s.${column} - s.created_at)`;

const interval = (phase: string, source: Partial<Source>): Source => ({
  table: 'ticket_intervals',
  where: `phase = '${phase}'`,
  at: 'ended_at',
  value: 'null',
  detail: 's.ended_by',
  agent: 's.agent_id',
  ...source,
});

/** The figures, each with its source. A figure of intervals counts when they end. */
export const sources = {
  created: fact({ at: 'created_at', agent: 's.agent_id' }),
  answered: fact({
    at: 'first_assigned_at',
    value: sinceIntake('first_assigned_at'),
    detail: `case when s.first_assigned_at - s.created_at <= s.goal_ms then 'in_goal' else 'late' end`,
    agent: 's.first_agent_id',
  }),
  replied: fact({
    at: 'first_reply_at',
    value: sinceIntake('first_reply_at'),
    agent: 's.reply_agent_id',
  }),
  closed: fact({ at: 'closed_at', agent: 's.agent_id' }),
  waited: interval('waiting', {
    value: 'max(0, s.ended_at - s.began_at)',
    detail: `coalesce(s.cause, 'other') || ' ' || s.ended_by`,
  }),
  offered: interval('offered', {}),
  handled: interval('picked', { value: servedMs('s.began_at', 's.ended_at') }),
  wrappedUp: interval('wrap_up', { value: servedMs('s.began_at', 's.ended_at') }),
} as const satisfies Record<TicketFigure, Source>;
/** The names of the figures. */
export const figureNames = Object.keys(sources) as TicketFigure[];

const ofFacts: Record<Exclude<Dimension, 'agent'>, string> = {
  queue: 'queue_id',
  ccr: 'ccr',
  language: 'language',
  entity: 'entity_id',
};

/** The value of a dimension. Empty: the ticket has none. */
export function dimensionOf({ table, agent }: Source, dimension: Dimension): string {
  if (dimension === 'agent') return `coalesce(${agent}, '')`;
  const column = ofFacts[dimension];
  return table === 'ticket_facts' || dimension === 'queue'
    ? `coalesce(s.${column}, '')`
    : `coalesce((select ${column} from ticket_facts where ticket_id = s.ticket_id), '')`;
}

/** The filters of a report, by dimension. Null: every value passes. */
export type Filters = { [D in Dimension]: string | null };

/** Whether the sample passes the filters, which are parameters. */
export const passesFilters = (source: Source): string =>
  dimensions.map((name) => `(:${name} is null or ${dimensionOf(source, name)} = :${name})`).join(' and ');
