import type { RoutingFields } from '@chat-ticket/domain';

/** Tickets that routing can’t tell apart. */
export type TicketKind = RoutingFields & { readonly priority: number };

/**
 * What happens to a desk from outside in one run, whatever its settings and its engine: drawn once, so that all
 * that are compared see the same. Entry i of each list is ticket i, by rising arrival. Whole milliseconds.
 */
export type Day = {
  readonly startsAt: number;
  /** When the last ticket can come. */
  readonly endsAt: number;
  readonly kinds: readonly TicketKind[];
  readonly kindOf: Int32Array;
  readonly arrivesAt: Float64Array;
  /** From the pick. */
  readonly handlingMs: Float64Array;
  /** From the arrival; Infinity: for ever. */
  readonly patienceMs: Float64Array;
  readonly wrapUpMs: Float64Array;
  /** From the ticket’s n-th offer, counted from 0; undefined: it is picked at once. */
  readonly pickDelayMs: ((ticket: number, offer: number) => number) | undefined;
};
