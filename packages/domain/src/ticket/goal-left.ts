import { waitingStates } from './state.ts';
import type { TicketState } from './transition.ts';

const waiting: readonly TicketState[] = waitingStates;

/** A ticket as its service goal sees it. Times are in ms since 1970. */
export type GoalTicket = {
  readonly status: TicketState;
  readonly createdAt: number;
  readonly firstAssignedAt: number | null;
  /** The goal of its queue, in ms. Null: the settings no longer have the queue. */
  readonly goalMs: number | null;
};

/**
 * How long a ticket can wait for its first agent until it misses the goal of its queue, in ms. Negative: it has missed it.
 * Null: it does not wait, or already had an agent. As in the board, the time in which the queue is closed counts.
 */
export function goalLeftMs(
  { status, createdAt, firstAssignedAt, goalMs }: GoalTicket,
  now: number,
): number | null {
  if (goalMs === null || firstAssignedAt !== null || !waiting.includes(status)) return null;
  return createdAt + goalMs - now;
}
