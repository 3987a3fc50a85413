/** How long a lease lasts, in ms. An agent without a lease gets no new ticket. A reload or a deploy takes less. */
export const leaseMs = 60_000;

/** A call of the agent renews its lease when this or less is left of it, so at most every 30 s. */
export const leaseRenewWithinMs = 30_000;

/** Whether a call at `now` should renew a lease that ends at `leaseUntil`. Both in ms since 1970. */
export const leaseIsDue = (leaseUntil: number, now: number): boolean =>
  leaseUntil - now <= leaseRenewWithinMs;

/** How long after the end of its lease an agent keeps its picked tickets, in ms. */
export const releaseAfterMs = 120_000;
