/**
 * The rank of a ticket; the lowest rank goes first. One point of priority is worth `pointMs` of waiting. The order
 * of two tickets therefore never changes while they wait, and the rank can be stored.
 *
 * This is the specification. What runs is SQL.
 * @see packages/storage/src/steps/place-in-queue.ts `placeInQueue`, the same rule as SQL
 */
export const queueRank = (ticket: { priority: number; createdAt: number }, pointMs: number): number =>
  ticket.createdAt - ticket.priority * pointMs;
