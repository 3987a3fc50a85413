// Generated from history.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { TicketStatus } from './ticket.types.ts';

/** The ticket’s history, or the next page of it. A page ends after about 1 MiB. */
export type History = {
  /** The events, oldest first. */
  entries: HistoryEntry[];
  /**
   * Whether the history goes on after the page. Call again with `after` set to the `seq` of the last entry.
   */
  hasMore: boolean;
};

/** One event of a ticket’s history: what happened, when, who caused it and why. */
export type HistoryEntry = {
  /** The number of the event in the event log. It grows; numbers can be missing. */
  seq: number;
  /** When it happened, in seconds since 1970. */
  timestamp: number;
  /**
   * The type of the event.
   * @example 'ticket.assigned'
   */
  type: string;
  /**
   * The ticket’s status after the event, or UPDATE_FIELD or REFUND_CREATED.
   * @example 'ASSIGNED'
   */
  status: TicketStatus;
  /**
   * The id of the ticket’s queue after the event.
   * @example 'default'
   */
  queueId?: string | undefined;
  /**
   * The id of the agent that the event is about. 1 to 128 characters.
   * @example 'ann'
   */
  agentId?: string | undefined;
  /** Who or what caused the event. */
  actor: {
    /**
     * The role of the actor, or `system` for a rule of the desk.
     * @example 'system'
     */
    role: string;
    /**
     * The id of the actor, or the name of the rule.
     * @example 'sweep'
     */
    id: string;
  };
  /**
   * The rule or cause.
   * @example 'least_loaded'
   */
  reason?: string | undefined;
  /**
   * The note that the actor wrote.
   * @example 'asks for a refund'
   */
  note?: string | undefined;
  /** The ticket’s tags after the event. */
  tags?: string[] | undefined;
  /**
   * The id of the ticket’s closing code after the event.
   * @example 'refunded'
   */
  closingCode?: string | undefined;
  /**
   * The ticket’s closing note after the event.
   * @example 'One item was missing.'
   */
  closingNote?: string | undefined;
  /** The number of the widen step. */
  step?: number | undefined;
  /** The fields that were changed. Null: the value was removed. */
  changes?: { [key: string]: unknown } | undefined;
};
