/** What one point of priority is worth: the tickets it overtakes came at most this much earlier. */
export const priorityAgeingMs = 60_000;

/**
 * A ticket’s place in the queue; lower goes first. Priority and waiting time grow at a fixed rate of
 * exchange, so the order of two tickets never changes and the rank can be stored.
 */
export const queueRank = (ticket: { priority: number; createdAt: number }): number =>
  ticket.createdAt - ticket.priority * priorityAgeingMs;
