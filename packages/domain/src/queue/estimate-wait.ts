/** The time over which the pace of a queue is measured, in ms. */
export const paceMs = 3_600_000;
/** How many of the last assignments it is measured over, at most. */
export const paceCount = 50;

/** Fewer assignments give no estimate. */
const minAssignments = 5;

/** A customer’s place in a queue, with the queue’s recent assignments. */
export type QueueStanding = {
  /** 1 is next; null: the ticket does not wait for routing. */
  readonly position: number | null;
  readonly queueIsOpen: boolean;
  /** When tickets of the queue got their first agent, newest first, within `paceMs`. Ms since 1970. */
  readonly answeredAt: readonly number[];
};

/** An estimate in seconds, or why there is none. */
export type WaitEstimate =
  | { readonly estimate: 'measured'; readonly seconds: number }
  | { readonly estimate: 'too_little_history' | 'queue_closed' };

/**
 * The estimated wait: the mean time between the queue’s last assignments, times the position. It assumes that
 * the pace stays the same and that no ticket overtakes. The time since the last assignment counts as one more
 * interval, so the estimate of a queue that has stopped grows. Null without a position.
 */
export function estimateWait(
  { position, queueIsOpen, answeredAt }: QueueStanding,
  now: number,
): WaitEstimate | null {
  if (position === null) return null;
  if (!queueIsOpen) return { estimate: 'queue_closed' };
  const oldest = answeredAt.at(-1);
  if (oldest === undefined || answeredAt.length < minAssignments) return { estimate: 'too_little_history' };
  const meanMs = Math.max(0, now - oldest) / answeredAt.length;
  return { estimate: 'measured', seconds: Math.ceil((meanMs * position) / 1000) };
}
