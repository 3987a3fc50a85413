/** The options of one call. */
export type CallOptions = {
  /**
   * Aborts the call, and the pauses between its attempts. The call then rejects with the signal’s reason.
   * @example
   * await client.listTickets({}, { signal: AbortSignal.timeout(3_000) });
   */
  readonly signal?: AbortSignal | undefined;
};
