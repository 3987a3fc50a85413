import * as v from 'valibot';
import { visible } from '../scalar/visible-text.ts';
import type * as types from './closing.types.ts';

/** The id of a closing code, as a caller sends it. */
const closingCode = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(63),
  v.description(
    'The id of a closing code of the settings that is not archived and belongs to the ticket’s queue.',
  ),
  v.examples(['refunded']),
);

const closingNote = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(2000),
  visible,
  v.description('How the ticket ended, in words. Customers never see it.'),
  v.examples(['One item was missing. $9.00 go back to the card.']),
);

/** The members of a request that closes a ticket. */
export const closingEntries = {
  closingCode: v.optional(closingCode),
  closingNote: v.optional(closingNote),
};

/** Schema of the body of POST /v1/tickets/{ticketID}/close. */
export const CloseTicketParam = v.pipe(
  v.strictObject(closingEntries),
  v.description('How the ticket ended. A value that is left out keeps what the ticket has.'),
);
/** The body of POST /v1/tickets/{ticketID}/close: how the ticket ended. */
export type CloseTicketParam = types.CloseTicketParam;

/** Schema of the body of PUT /v1/tickets/{ticketID}/closingCode. */
export const ClosingCodeParam = v.pipe(
  v.strictObject({ closingCode, closingNote: closingEntries.closingNote }),
  v.description('How the ticket ended. A note that is left out is removed.'),
);
/** The body of PUT /v1/tickets/{ticketID}/closingCode: how the ticket ended. */
export type ClosingCodeParam = types.ClosingCodeParam;

/** Schema of the response of GET /v1/tickets/{ticketID}/closingCodes. */
export const ClosingCodeList = v.pipe(
  v.strictObject({
    isRequired: v.pipe(
      v.boolean(),
      v.description('Whether people and services can close the ticket only with a closing code.'),
      v.examples([true]),
    ),
    closingCodes: v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(v.string(), v.description('The closing code’s id.'), v.examples(['refunded'])),
          name: v.pipe(
            v.string(),
            v.description('The closing code as shown to people.'),
            v.examples(['Refunded']),
          ),
        }),
      ),
      v.description('The closing codes that the ticket can get, in the order of the settings.'),
    ),
  }),
  v.description('The closing codes that a ticket can get.'),
);
/** The closing codes that a ticket can get. */
export type ClosingCodeList = types.ClosingCodeList;
