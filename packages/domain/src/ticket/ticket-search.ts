import type { TicketState } from './transition.ts';

/** What a search for tickets asks for. Null: any. Times are in ms since 1970; `to` is exclusive. */
export type TicketFilter = {
  readonly status: TicketState | null;
  readonly isOpen: boolean | null;
  readonly queueId: string | null;
  /** The agent who has or has picked the ticket. */
  readonly agentId: string | null;
  readonly customerId: string | null;
  readonly orderId: string | null;
  readonly entityId: string | null;
  /** The contact reason as it is compared. */
  readonly ccrKey: string | null;
  readonly language: string | null;
  readonly hasWaitingCustomer: boolean | null;
  readonly createdFrom: number | null;
  readonly createdTo: number | null;
  readonly closedFrom: number | null;
  readonly closedTo: number | null;
};

/** The filter that every ticket passes. */
export const everyTicket: TicketFilter = {
  status: null,
  isOpen: null,
  queueId: null,
  agentId: null,
  customerId: null,
  orderId: null,
  entityId: null,
  ccrKey: null,
  language: null,
  hasWaitingCustomer: null,
  createdFrom: null,
  createdTo: null,
  closedFrom: null,
  closedTo: null,
};

/** The orders of a search. */
export type TicketOrder = 'newest' | 'oldest' | 'longestWaiting';

/** The filters that have an index. The leading one decides which tickets a search looks at; the others filter those. */
export type LeadingFilter =
  | 'agent'
  | 'closed'
  | 'created'
  | 'customer'
  | 'entity'
  | 'language'
  | 'open'
  | 'order'
  | 'queue'
  | 'reason'
  | 'waiting';

/**
 * The leading filter of a search: the one that probably leaves the fewest tickets. `owner` is the agent whose tickets alone
 * the caller may see. Null: the caller sees all tickets.
 */
export function leadingFilter(filter: TicketFilter, order: TicketOrder, owner: string | null): LeadingFilter {
  if (order === 'longestWaiting') return 'waiting';
  // These are sorted by the time of the close.
  if (filter.closedFrom !== null || filter.closedTo !== null) return 'closed';
  if (filter.customerId !== null) return 'customer';
  if (filter.orderId !== null) return 'order';
  if (filter.agentId !== null || owner !== null) return 'agent';
  const isOpen = filter.isOpen ?? (filter.status !== null && filter.status !== 'CLOSED');
  if (isOpen || filter.hasWaitingCustomer === true) return 'open';
  if (filter.ccrKey !== null) return 'reason';
  if (filter.queueId !== null) return 'queue';
  if (filter.entityId !== null) return 'entity';
  return filter.language === null ? 'created' : 'language';
}
