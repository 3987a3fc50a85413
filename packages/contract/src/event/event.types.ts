// Generated from event.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** An event of the event log: one thing that happened at the desk. */
export type DeskEvent = {
  /** The number of the event in the event log. It grows; numbers can be missing. */
  seq: number;
  /**
   * What happened, as noun and verb. Ignore types that you do not know.
   * @example 'message.posted'
   */
  type: string;
  /** When it happened, in seconds since 1970. */
  timestamp: number;
  /**
   * The id of the ticket that the event is about. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  ticketId?: string | undefined;
  /**
   * The id of the agent that the event is about, or of the agent who had the ticket. 1 to 128 characters.
   * @example 'ann'
   */
  agentId?: string | undefined;
  /** Who or what caused the event. */
  actor: {
    /**
     * The role of the actor, or `system` for a rule of the desk.
     * @example 'customer'
     */
    role: string;
    /**
     * The id of the actor, or the name of the rule.
     * @example 'c-4711'
     */
    id: string;
  };
  /** More fields, by the type of the event. */
  data: { [key: string]: unknown };
};

/** A page of the event log. It ends after about 1 MiB, however many events `limit` allows. */
export type EventPage = {
  /** The events, by ascending `seq`. */
  events: DeskEvent[];
  /**
   * The `seq` of the newest event in the event log. If the last event of the page has it, the page is the
   * last one.
   */
  lastSeq: number;
};
