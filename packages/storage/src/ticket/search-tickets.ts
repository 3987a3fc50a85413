import { type LeadingFilter, leadingFilter, type TicketFilter, type TicketOrder } from '@chat-ticket/domain';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { type Query, query } from '../command/command.ts';
import { one, select } from '../command/statement.ts';
import { bytesBefore, columnsOf, isInPage } from '../rows/page.ts';
import { ticketColumns, type TicketRow } from '../rows/ticket-row.ts';
import { tickets } from '../schema.ts';
import { customerWaits } from '../sql/customer-waits.ts';
import { type Direction, examinedTickets, lastExamined } from '../sql/examined-tickets.ts';
import { isOpen } from '../sql/ticket-status.ts';

/** Where a ticket is in a list: the time that the list is in the order of, in ms since 1970, and its id. */
export type TicketPlace = { at: number; id: string };

/** The page to read. */
export type SearchTickets = TicketFilter & {
  /** The agent whose tickets alone the caller may see. Null: the caller sees all tickets. */
  owner: string | null;
  /** The ticket before the first one. Null: from the start. */
  after: TicketPlace | null;
  /** The size of the page. */
  limit: number;
};

/** A ticket that was found. `goalMs` is the goal of its queue, or null if the settings no longer have the queue. */
export type FoundTicketRow = TicketRow & {
  firstAssignedAt: number | null;
  customerWaitsSince: number | null;
  goalMs: number | null;
};

/** `next` is the place after which the next page starts. Null: the list has ended. */
export type FoundTickets = { tickets: FoundTicketRow[]; next: TicketPlace | null };

/** The first and last time that a search can name. */
const [minTime, maxTime] = [0, 1e14];

type Params = TicketFilter & {
  owner: string | null;
  leadingAgentId: string | null;
  from: number;
  to: number;
  afterAt: number;
  afterId: string;
  rows: number;
};

const columns = {
  ...ticketColumns,
  firstAssignedAt: tickets.firstAssignedAt,
  customerWaitsSince: tickets.customerWaitsSince,
};

const hasOrHad = (agentId: string): string => `(tickets.agent_id = ${agentId} or exists (
    select 1 from ticket_agents where ticket_id = tickets.id and agent_id = ${agentId}))`;

const isSame = (column: string, value: string): string =>
  `(:${value} is null or tickets.${column} = :${value})`;

/** Whether the ticket passes every filter. The leading one decides too, which costs little and cannot be forgotten. */
const passes = [
  `(:owner is null or (exists (select 1 from agents where id = :owner and archived_at is null) and ${hasOrHad(':owner')}))`,
  `(:agentId is null or ${hasOrHad(':agentId')})`,
  isSame('status', 'status'),
  `(:isOpen is null or (${isOpen('tickets')}) = :isOpen)`,
  isSame('queue_id', 'queueId'),
  isSame('customer_id', 'customerId'),
  isSame('order_id', 'orderId'),
  isSame('entity_id', 'entityId'),
  isSame('ccr_key', 'ccrKey'),
  isSame('language', 'language'),
  `(:hasWaitingCustomer is null or (${customerWaits('tickets')}) = :hasWaitingCustomer)`,
  `(:createdFrom is null or tickets.created_at >= :createdFrom)`,
  `(:createdTo is null or tickets.created_at < :createdTo)`,
  `(:closedFrom is null or tickets.closed_at >= :closedFrom)`,
  `(:closedTo is null or tickets.closed_at < :closedTo)`,
].join('\n    and ');

const selectFound = (leading: LeadingFilter, direction: Direction) => {
  const order = direction === 'newest' ? desc : asc;
  return built((_: Placeholders<Params>) => {
    const candidates = build
      .select({
        ...columns,
        goalMs: sql<number | null>`(select goal_ms from queues where id = ${tickets.queueId})`.as('goal_ms'),
        at: sql<number>`examined.at`.as('at'),
      })
      .from(sql`(${sql.raw(examinedTickets(leading, direction))}) as examined`)
      // SQLite does not reorder a cross join, so it looks up only the tickets that it examines.
      .crossJoin(tickets)
      .where(sql`${eq(tickets.id, sql`examined.id`)} and ${sql.raw(passes)}`)
      .orderBy(order(sql`examined.at`), order(sql`examined.id`))
      .limit(sql.placeholder('rows'))
      .as('candidates');
    const sort = direction === 'newest' ? sql`"at" desc, "id" desc` : sql`"at" asc, "id" asc`;
    const sized = build
      .select({
        ...columnsOf(columns, candidates),
        goalMs: candidates.goalMs,
        at: candidates.at,
        candidates: sql<number>`count(*) over ()`.as('candidate_count'),
        bytesBefore: bytesBefore(sort, [candidates.content]).as('bytes_before'),
      })
      .from(candidates)
      .as('sized');
    return build
      .select({
        ...columnsOf(columns, sized),
        goalMs: sized.goalMs,
        at: sized.at,
        candidates: sized.candidates,
      })
      .from(sized)
      .where(isInPage(sql`bytes_before`))
      .orderBy(sort);
  });
};

/** The range of the column that the list is in the order of, as far as the filter restricts it. */
function rangeOf(leading: LeadingFilter, { createdFrom, createdTo, closedFrom, closedTo }: TicketFilter) {
  if (leading === 'waiting') return { from: minTime, to: maxTime };
  return leading === 'closed'
    ? { from: closedFrom ?? minTime, to: closedTo ?? maxTime }
    : { from: createdFrom ?? minTime, to: createdTo ?? maxTime };
}

const toParams = (
  { owner, after, limit, ...filter }: SearchTickets,
  leading: LeadingFilter,
  direction: Direction,
): Params => {
  const { from, to } = rangeOf(leading, filter);
  return {
    ...filter,
    owner,
    leadingAgentId: filter.agentId ?? owner,
    from,
    to,
    // An empty id sorts before every other.
    afterAt: after?.at ?? (direction === 'newest' ? to : from),
    afterId: after?.id ?? '',
    // The additional row shows whether more tickets pass.
    rows: limit + 1,
  };
};

type Answers = {
  found: readonly (FoundTicketRow & { at: number; candidates: number })[];
  examined: TicketPlace | null;
};

function toFound({ found, examined }: Answers, limit: number): FoundTickets {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const hasMore = (found[0]?.candidates ?? 0) > page.length;
  return {
    tickets: page.map(({ at: _, candidates: __, ...row }) => row),
    next: hasMore && last ? { at: last.at, id: last.id } : examined,
  };
}

/** The parts of a query for a page, by the leading filter and the direction. */
export const searchParts = (leading: LeadingFilter, direction: Direction) => ({
  params: (input: SearchTickets): Params => toParams(input, leading, direction),
  answer: {
    found: selectFound(leading, direction),
    examined: one(select<Params, TicketPlace>`${lastExamined(leading, direction)}`),
  },
  outcome: toFound,
});

const searchBy = (leading: LeadingFilter, direction: Direction): Query<SearchTickets, FoundTickets> => {
  const { params, answer, outcome } = searchParts(leading, direction);
  return query({ params, answer, outcome: (answers, { limit }: SearchTickets) => outcome(answers, limit) });
};

const inBothDirections = (leading: LeadingFilter) => ({
  newest: searchBy(leading, 'newest'),
  oldest: searchBy(leading, 'oldest'),
});

/** A page of the tickets that pass a filter, by the leading filter and the direction. `ticketSearch` chooses. */
export const searchTickets = {
  agent: inBothDirections('agent'),
  closed: inBothDirections('closed'),
  created: inBothDirections('created'),
  customer: inBothDirections('customer'),
  entity: inBothDirections('entity'),
  language: inBothDirections('language'),
  open: inBothDirections('open'),
  order: inBothDirections('order'),
  queue: inBothDirections('queue'),
  reason: inBothDirections('reason'),
  waiting: { oldest: searchBy('waiting', 'oldest') },
};

/** The query that finds the tickets of a filter in an order. */
export function ticketSearch(
  filter: TicketFilter,
  order: TicketOrder,
  owner: string | null,
): Query<SearchTickets, FoundTickets> {
  const leading = leadingFilter(filter, order, owner);
  if (leading === 'waiting' || order === 'longestWaiting') return searchTickets.waiting.oldest;
  return searchTickets[leading][order];
}
