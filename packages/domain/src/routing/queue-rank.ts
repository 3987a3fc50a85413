/**
 * A ticket’s place in the queue; lower goes first. A point of priority overtakes what came at most
 * `pointMs` earlier: priority and waiting time grow at a fixed rate of exchange, so the order of two tickets
 * never changes by itself and the rank can be stored.
 */
export const queueRank = (ticket: { priority: number; createdAt: number }, pointMs: number): number =>
  ticket.createdAt - ticket.priority * pointMs;
