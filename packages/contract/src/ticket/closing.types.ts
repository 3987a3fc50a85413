// Generated from closing.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** How the ticket ended. A value that is left out keeps what the ticket has. */
export type CloseTicketParam = {
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
};

/** The closing codes that a ticket can get. */
export type ClosingCodeList = {
  /** Whether people and services can close the ticket only with a closing code. */
  isRequired: boolean;
  /** The closing codes that the ticket can get, in the order of the settings. */
  closingCodes: {
    /**
     * The closing code’s id.
     * @example 'refunded'
     */
    id: string;
    /**
     * The closing code as shown to people.
     * @example 'Refunded'
     */
    name: string;
  }[];
};

/** How the ticket ended. A note that is left out is removed. */
export type ClosingCodeParam = {
  /**
   * The id of a closing code of the settings that is not archived and belongs to the ticket’s queue. 1 to 63
   * characters.
   * @example 'refunded'
   */
  closingCode: string;
  /**
   * How the ticket ended, in words. Customers never see it. 1 to 2000 characters.
   * @example 'One item was missing. $9.00 go back to the card.'
   */
  closingNote?: string | undefined;
};
