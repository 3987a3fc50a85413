// Generated from ticket-change.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A note for the ticket’s history. */
export type NoteParam = {
  /**
   * Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
   * @example 'asks for a refund over the limit'
   */
  note?: string | undefined;
};

/** Where to transfer the ticket: either to an agent or to a queue. */
export type TransferTicketParam = {
  /**
   * The id or email of the agent to transfer the ticket to. 1 to 128 characters.
   * @example 'ben'
   */
  agentId?: string | undefined;
  /**
   * The id of the queue to transfer the ticket to, instead of an agent. 1 to 63 characters.
   * @example 'default'
   */
  queueId?: string | undefined;
  /**
   * Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
   * @example 'asks for a refund over the limit'
   */
  note?: string | undefined;
};

/** A ticket’s new status, or the fields to change. */
export type UpdateTicketStatusParam =
  | {
      /** The new status. REFUND_CREATED only adds an entry to the history. */
      status: 'WORKFLOW_PENDING' | 'WORKFLOW_DONE' | 'ESCALATED' | 'ERROR' | 'REFUND_CREATED';
      /**
       * Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
       * @example 'asks for a refund over the limit'
       */
      note?: string | undefined;
    }
  | {
      /** Closes the ticket and its room. */
      status: 'CLOSED';
      /**
       * The id of a closing code of the settings that is not archived and belongs to the ticket’s queue. 1 to 63
       * characters.
       * @example 'refunded'
       */
      closingCode?: string | undefined;
      /**
       * How the ticket ended, in words. Customers never see it. 1 to 2000 characters.
       * @example 'One item was missing. $9.00 go back to the card.'
       */
      closingNote?: string | undefined;
      /**
       * Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
       * @example 'asks for a refund over the limit'
       */
      note?: string | undefined;
    }
  | {
      /** Changes fields and adds an entry to the history. The status stays the same. */
      status: 'UPDATE_FIELD';
      /** The fields to change. At least one is required. */
      fields: {
        /** Whatever the integrating system stores in the ticket. The desk does not read it. */
        content?: { [key: string]: unknown } | undefined;
        /** The metadata to change. A field that is left out keeps its value. */
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
         * A ticket with a higher priority goes first. One point counts as much as 60 seconds of waiting, or as the
         * `priorityPointSeconds` of the settings. 0 to 100.
         */
        priority?: number | undefined;
      };
      /**
       * Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
       * @example 'asks for a refund over the limit'
       */
      note?: string | undefined;
    };
