// Generated from ticket.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A chat to create a ticket for. */
export type CreateTicketParam = {
  /**
   * Whatever the integrating system stores in the ticket. The desk does not read it.
   * @default {}
   */
  content?: { [key: string]: unknown } | undefined;
  /** The customer of a ticket. */
  customer: Customer;
  /**
   * What the chat is about. It decides the queue and the skills that an agent needs.
   * @default {}
   */
  metadata?:
    | {
        /**
         * The customer contact reason. Queues and skills match it without regard to case, spaces and dashes. Up to
         * 256 characters.
         * @example 'delivery - wrong address'
         */
        ccr?: string | undefined;
        /**
         * The id of the order that the chat is about. Up to 256 characters.
         * @example 'sdw-srr'
         */
        orderId?: string | undefined;
        /**
         * The global entity id. Up to 256 characters.
         * @example 'FP_SG'
         */
        entityId?: string | undefined;
        /**
         * The ticket’s language: a BCP 47 tag or a code of ISO 639, such as `th-TH` or `tha`. The desk returns it
         * as an ISO 639-3 code. A text that names no language is kept in lower case. Up to 256 characters.
         * @example 'eng'
         */
        language?: string | undefined;
      }
    | undefined;
  /**
   * The values of the custom fields, by the id of the field. The settings declare the fields. A number is a
   * JSON number, a day is a text such as 2026-11-25.
   */
  fields?: { [key: string]: string | number } | undefined;
  /**
   * A ticket with a higher priority goes first. One point counts as much as 60 seconds of waiting, or as the
   * `priorityPointSeconds` of the settings. 0 to 100.
   * @default 0
   */
  priority?: number | undefined;
  /**
   * WORKFLOW_PENDING holds the ticket back for an automated workflow: no agent gets it until PUT
   * /v1/tickets/{ticketID}/status sets WORKFLOW_DONE.
   * @default 'CREATED'
   */
  status?: 'CREATED' | 'WORKFLOW_PENDING' | undefined;
};

/** The customer of a ticket. */
export type Customer = {
  /**
   * The customer’s id in the integrating system. 1 to 256 characters.
   * @example '989899854090030232934sdfdsdf32dd4sdfdsddffdummycustomerid2'
   */
  id: string;
  /**
   * The first name. Up to 256 characters.
   * @example 'hugo'
   */
  firstName?: string | undefined;
  /**
   * The last name. Up to 256 characters.
   * @example 'dan'
   */
  lastName?: string | undefined;
  /**
   * The full name. Up to 256 characters.
   * @example 'hugo dan'
   */
  name?: string | undefined;
};

/**
 * The metadata of a ticket. Times are in seconds since 1970; a time that has not been reached or set is left
 * out.
 */
export type Metadata = {
  /**
   * The customer contact reason. Queues and skills match it without regard to case, spaces and dashes. Up to
   * 256 characters.
   * @example 'delivery - wrong address'
   */
  ccr?: string | undefined;
  /**
   * The id of the order that the chat is about. Up to 256 characters.
   * @example 'sdw-srr'
   */
  orderId?: string | undefined;
  /**
   * The global entity id. Up to 256 characters.
   * @example 'FP_SG'
   */
  entityId?: string | undefined;
  /**
   * The ticket’s language: a BCP 47 tag or a code of ISO 639, such as `th-TH` or `tha`. The desk returns it
   * as an ISO 639-3 code. A text that names no language is kept in lower case. Up to 256 characters.
   * @example 'eng'
   */
  language?: string | undefined;
  /**
   * The id of the ticket’s chat room. 1 to 128 characters.
   * @example 'token'
   */
  roomId: string;
  /** When the agent picked the ticket, in seconds since 1970. */
  pickedTimestamp?: number | undefined;
  /** When the ticket was assigned to its agent, in seconds since 1970. */
  assignedTimestamp?: number | undefined;
  /** When the customer will be warned that the chat closes, in seconds since 1970. */
  autoCloseWarningTimestamp?: number | undefined;
  /** When the chat will be closed, in seconds since 1970. */
  autoCloseTimestamp?: number | undefined;
  /** The server’s time of this response, in seconds since 1970. */
  currentTimestamp: number;
  /** Whether the chat room is closed. */
  isChatRoomClosed: boolean;
};

/** A ticket, as its agent sees it. */
export type Ticket = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  id: string;
  /** Whatever the integrating system stores in the ticket. The desk does not read it. */
  content: { [key: string]: unknown };
  /**
   * The metadata of a ticket. Times are in seconds since 1970; a time that has not been reached or set is
   * left out.
   */
  metadata: Metadata;
  /** The customer of a ticket. */
  customer: Customer;
  /**
   * The values of the custom fields, by the id of the field. The settings declare the fields. A number is a
   * JSON number, a day is a text such as 2026-11-25.
   */
  fields?: { [key: string]: string | number } | undefined;
  /** The ticket’s tags, in alphabetical order. Left out if it has none. */
  tags?: string[] | undefined;
  /**
   * The id of the ticket’s closing code, if it has one.
   * @example 'refunded'
   */
  closingCode?: string | undefined;
  /**
   * How the ticket ended, in words. Left out if nobody has written it.
   * @example 'One item was missing.'
   */
  closingNote?: string | undefined;
};

/** The agent’s open tickets, oldest assignment first. */
export type TicketList = Ticket[];

/** A ticket with its state at the desk: status, priority, queue, tier and agent. */
export type TicketRecord = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  id: string;
  /** Whatever the integrating system stores in the ticket. The desk does not read it. */
  content: { [key: string]: unknown };
  /**
   * The metadata of a ticket. Times are in seconds since 1970; a time that has not been reached or set is
   * left out.
   */
  metadata: Metadata;
  /** The customer of a ticket. */
  customer: Customer;
  /**
   * The values of the custom fields, by the id of the field. The settings declare the fields. A number is a
   * JSON number, a day is a text such as 2026-11-25.
   */
  fields?: { [key: string]: string | number } | undefined;
  /** The ticket’s tags, in alphabetical order. Left out if it has none. */
  tags?: string[] | undefined;
  /**
   * The id of the ticket’s closing code, if it has one.
   * @example 'refunded'
   */
  closingCode?: string | undefined;
  /**
   * How the ticket ended, in words. Left out if nobody has written it.
   * @example 'One item was missing.'
   */
  closingNote?: string | undefined;
  /**
   * The status of a ticket. UPDATE_FIELD and REFUND_CREATED occur only in a history: they change no status.
   * @example 'ASSIGNED'
   */
  status: TicketStatus;
  /**
   * A ticket with a higher priority goes first. One point counts as much as 60 seconds of waiting, or as the
   * `priorityPointSeconds` of the settings. 0 to 100.
   */
  priority: number;
  /**
   * The id of the ticket’s queue.
   * @example 'default'
   */
  queueId: string;
  /** The tier of agents that the ticket waits for: 1, and one more for each escalation. */
  tier: number;
  /**
   * The id of the agent who has the ticket, if any. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  agentId?: string | undefined;
  /** When the ticket goes to the next agent unless it is picked, in seconds since 1970. */
  pickByTimestamp?: number | undefined;
  /** When wrap-up ends and the ticket closes automatically, in seconds since 1970. */
  wrapUpTimestamp?: number | undefined;
  /** When the ticket was created, in seconds since 1970. */
  createdTimestamp: number;
  /** When the ticket was closed, in seconds since 1970. */
  closedTimestamp?: number | undefined;
};

/** The status of a ticket. UPDATE_FIELD and REFUND_CREATED occur only in a history: they change no status. */
export type TicketStatus =
  | 'CREATED'
  | 'WORKFLOW_PENDING'
  | 'WORKFLOW_DONE'
  | 'ASSIGNED'
  | 'REASSIGNED'
  | 'ESCALATED'
  | 'CLOSED'
  | 'CHAT_CLOSED'
  | 'UPDATE_FIELD'
  | 'REFUND_CREATED'
  | 'ERROR';
