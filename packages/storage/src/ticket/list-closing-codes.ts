import { query } from '../command/command.ts';
import { one, select } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { isAllowedCode } from '../sql/closing-code.ts';

/** Closing codes, in the order of the settings. */
export type ClosingCodes = readonly { readonly id: string; readonly name: string }[];

/** The closing codes that a ticket can get, and whether its queue requires one. */
export type AllowedCodes = { isCodeRequired: boolean; closingCodes: ClosingCodes };

type CodeRow = { isRequired: 0 | 1; id: string | null; name: string | null };

/** The closing codes that `:ticketId` can get: at least one row, which has no code if it can get none. */
export const selectAllowedCodes = select<{ ticketId: string }, CodeRow>`
  select coalesce(queues.requires_closing_code, 0) as "isRequired", code.id as "id", code.name as "name"
  from tickets
    -- The settings may no longer have the queue of a closed ticket.
    left join queues on queues.id = tickets.queue_id
    left join closing_codes code on ${isAllowedCode('code')}
  where tickets.id = :ticketId
  order by code.position`;

/** The rows of `selectAllowedCodes` as one value. */
export const toAllowedCodes = (rows: readonly CodeRow[]): AllowedCodes => ({
  isCodeRequired: rows[0]?.isRequired === 1,
  closingCodes: rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [{ id, name }])),
});

/** The ticket, and the closing codes that it can get. `ticket` is null if it does not exist. */
export const listClosingCodes = query({
  answer: { ticket: one(selectTicket), codes: selectAllowedCodes },
  outcome: ({ ticket, codes }) => ({ ticket, ...toAllowedCodes(codes) }),
});
