// Generated from queue-place.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A customer’s place in the queue. */
export type QueuePlace = {
  /**
   * Whether the customer is waiting, has an agent, or has a chat that is over.
   * @example 'waiting'
   */
  state: 'waiting' | 'assigned' | 'closed';
  /** The customer’s position in the queue. 1 is next. Left out while the ticket is not queued. */
  position?: number | undefined;
  /**
   * How long the customer will probably wait, in seconds, from the recent pace of the queue. Left out if
   * there is too little history.
   */
  estimatedWaitSeconds?: number | undefined;
  /**
   * How the estimate was made, or why there is none.
   * @example 'measured'
   */
  estimate?: 'measured' | 'too_little_history' | 'queue_closed' | undefined;
  /** When the queue opens next, while it is closed, in seconds since 1970. */
  opensTimestamp?: number | undefined;
};
