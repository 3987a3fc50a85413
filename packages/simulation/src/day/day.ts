import type { RoutingFields } from '@chat-ticket/domain';

/** The fields of a ticket that routing depends on. Routing treats tickets of the same kind alike. */
export type TicketKind = RoutingFields & { readonly priority: number };

/**
 * What customers and agents do in one run. A day does not depend on settings or engine, so all that are compared run
 * the same one. Entry i of each list is ticket i, in order of arrival. Times are whole milliseconds.
 */
export type Day = {
  /** Ms since 1970. */
  readonly startsAt: number;
  /** When the last ticket can arrive. Ms since 1970. */
  readonly endsAt: number;
  readonly kinds: readonly TicketKind[];
  /** The index of the ticket’s kind in `kinds`. */
  readonly kindOf: Int32Array;
  /** Ms since 1970. */
  readonly arrivesAt: Float64Array;
  /** From the pick to the end of the chat. */
  readonly handlingMs: Float64Array;
  /** From arrival to the moment when the customer gives up. Infinity: the customer never gives up. */
  readonly patienceMs: Float64Array;
  /** From the end of the chat until the agent closes the ticket. */
  readonly wrapUpMs: Float64Array;
  /** From an offer of the ticket to its pick; offers count from 0. Undefined: each offer is picked at once. */
  readonly pickDelayMs: ((ticket: number, offer: number) => number) | undefined;
};
