/** How far back the pace of a queue is looked at, and at how many of its last assignments. */
export const paceMs = 3_600_000;
export const paceCount = 50;

/** Fewer assignments than this say nothing of a pace. */
const leastCount = 5;

/** Where a customer stands. */
export type QueueStanding = {
  /** 1 is next; null: it has no place, as it is not to be assigned now. */
  readonly position: number | null;
  readonly queueIsOpen: boolean;
  /** When tickets of the queue got their first agent, newest first, within `paceMs`. Ms since 1970. */
  readonly answeredAt: readonly number[];
};

export type WaitEstimate =
  | { readonly estimate: 'measured'; readonly seconds: number }
  | { readonly estimate: 'too_little_history' | 'queue_closed' };

/**
 * The mean time between the queue’s last assignments, once for each place. It assumes that the queue goes on
 * at that pace, that its tickets are assigned in their order, and that nobody overtakes. The time since the
 * newest counts as one more interval, so that a queue that has come to a halt is said to take longer.
 */
export function estimateWait(
  { position, queueIsOpen, answeredAt }: QueueStanding,
  now: number,
): WaitEstimate | null {
  if (position === null) return null;
  if (!queueIsOpen) return { estimate: 'queue_closed' };
  const oldest = answeredAt.at(-1);
  if (oldest === undefined || answeredAt.length < leastCount) return { estimate: 'too_little_history' };
  const meanMs = Math.max(0, now - oldest) / answeredAt.length;
  return { estimate: 'measured', seconds: Math.ceil((meanMs * position) / 1000) };
}
