/** The time from the end of the log until the next search, and from a gap until the first one, in ms. */
export const pruneDelayMs = 600_000;
