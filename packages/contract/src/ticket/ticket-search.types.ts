// Generated from ticket-search.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { Customer, Metadata, TicketStatus } from './ticket.types.ts';

/** A ticket, and how long its customer waits. */
export type FoundTicket = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  id: string;
  /** Whatever the integrating system stores in the ticket. The desk does not read it. */
  content: { [key: string]: unknown };
  /**
   * The metadata of a ticket. Times are in seconds since 1970; a time that has not been reached or set is
   * left out.
   */
  metadata: Metadata;
  /** The customer of a ticket. */
  customer: Customer;
  /**
   * The values of the custom fields, by the id of the field. The settings declare the fields. A number is a
   * JSON number, a day is a text such as 2026-11-25.
   */
  fields?: { [key: string]: string | number } | undefined;
  /** The ticket’s tags, in alphabetical order. Left out if it has none. */
  tags?: string[] | undefined;
  /**
   * The id of the ticket’s closing code, if it has one.
   * @example 'refunded'
   */
  closingCode?: string | undefined;
  /**
   * How the ticket ended, in words. Left out if nobody has written it.
   * @example 'One item was missing.'
   */
  closingNote?: string | undefined;
  /**
   * The status of a ticket. UPDATE_FIELD and REFUND_CREATED occur only in a history: they change no status.
   * @example 'ASSIGNED'
   */
  status: TicketStatus;
  /**
   * A ticket with a higher priority goes first. One point counts as much as 60 seconds of waiting, or as the
   * `priorityPointSeconds` of the settings. 0 to 100.
   */
  priority: number;
  /**
   * The id of the ticket’s queue.
   * @example 'default'
   */
  queueId: string;
  /** The tier of agents that the ticket waits for: 1, and one more for each escalation. */
  tier: number;
  /**
   * The id of the agent who has the ticket, if any. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  agentId?: string | undefined;
  /** When the ticket goes to the next agent unless it is picked, in seconds since 1970. */
  pickByTimestamp?: number | undefined;
  /** When wrap-up ends and the ticket closes automatically, in seconds since 1970. */
  wrapUpTimestamp?: number | undefined;
  /** When the ticket was created, in seconds since 1970. */
  createdTimestamp: number;
  /** When the ticket was closed, in seconds since 1970. */
  closedTimestamp?: number | undefined;
  /** Since when the customer waits for a reply. Left out: it waits for none, in seconds since 1970. */
  customerWaitsSinceTimestamp?: number | undefined;
  /**
   * How long the ticket can wait for its first agent until it misses the goal of its queue, in milliseconds.
   * Negative: it has missed the goal by that time. Left out if it waits for no agent, or already had one.
   */
  goalLeftMs?: number | undefined;
};

/** A page of tickets. It ends after about 1 MiB, however many tickets `limit` allows. */
export type TicketPage = {
  /** The tickets, in the order of the request. */
  tickets: FoundTicket[];
  /**
   * The `cursor` of the next page. Left out on the last page.
   * @example 'WyJhbm4gbGltIiwiYW5uIl0'
   */
  nextCursor?: string | undefined;
};
