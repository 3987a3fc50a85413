import type { LeadingFilter } from '@chat-ticket/domain';
import { customerWaits } from './customer-waits.ts';
import { isOpen } from './ticket-status.ts';

/** How many tickets a page of a search looks at, at most. */
export const maxExamined = 1000;

/** The order of a list of tickets, by the column of its leading filter. */
export type Direction = 'newest' | 'oldest';

type Lead = {
  /** The column that the tickets are in the order of. */
  at: 'created_at' | 'closed_at' | 'customer_waits_since';
  /** The condition, word for word that of the partial index if it is one. */
  where: string;
};

const equal = (column: string, value: string, isSparse = ''): Lead => ({
  at: 'created_at',
  where: `tickets.${column} = ${value}${isSparse && ` and tickets.${column} ${isSparse}`}`,
});

const leads: Readonly<Record<Exclude<LeadingFilter, 'agent'>, Lead>> = {
  created: { at: 'created_at', where: 'true' },
  open: { at: 'created_at', where: isOpen('tickets') },
  closed: { at: 'closed_at', where: 'tickets.closed_at is not null' },
  waiting: { at: 'customer_waits_since', where: customerWaits('tickets') },
  customer: equal('customer_id', ':customerId'),
  queue: equal('queue_id', ':queueId'),
  order: equal('order_id', ':orderId', `<> ''`),
  entity: equal('entity_id', ':entityId', `<> ''`),
  reason: equal('ccr_key', ':ccrKey', 'is not null'),
  language: equal('language', ':language', 'is not null'),
};

/** The tickets after the cursor, in a range of one index. `:from` is inclusive, `:to` exclusive. */
const range = (
  table: string,
  id: string,
  { at, where }: Lead,
  direction: Direction,
  rest: string,
): string => {
  const time = `${table}.${at}`;
  const isAfter =
    direction === 'newest'
      ? `${time} >= :from and (${time}, ${table}.${id}) < (:afterAt, :afterId)`
      : `${time} < :to and (${time}, ${table}.${id}) > (:afterAt, :afterId)`;
  return `
    select ${table}.${id} as id, ${time} as at from ${table}
    where ${where} and ${isAfter}
    order by ${time} ${sortOf(direction)}, ${table}.${id} ${sortOf(direction)} ${rest}`;
};

const sortOf = (direction: Direction): string => (direction === 'newest' ? 'desc' : 'asc');

/** The tickets that the agent `:leadingAgentId` has, or has picked. */
const ofAgent = (direction: Direction, rest: string): string => {
  const limit = `limit ${maxExamined}`;
  const has = range('tickets', 'id', equal('agent_id', ':leadingAgentId', 'is not null'), direction, limit);
  const picked = range(
    'ticket_agents',
    'ticket_id',
    { at: 'created_at', where: 'ticket_agents.agent_id = :leadingAgentId' },
    direction,
    limit,
  );
  // An agent can be among both. `union` returns the ticket once.
  return `
    select id, at from (select id, at from (${has}) union select id, at from (${picked}))
    order by at ${sortOf(direction)}, id ${sortOf(direction)} ${rest}`;
};

/** The ids of the tickets that a page looks at and the times that they are in the order of, as a select. */
export const examinedTickets = (
  leading: LeadingFilter,
  direction: Direction,
  rest = `limit ${maxExamined}`,
): string =>
  leading === 'agent' ? ofAgent(direction, rest) : range('tickets', 'id', leads[leading], direction, rest);

/** The last ticket that a page looks at, as a select. No row: the list ends before. */
export const lastExamined = (leading: LeadingFilter, direction: Direction): string =>
  examinedTickets(leading, direction, `limit 1 offset ${maxExamined - 1}`);
