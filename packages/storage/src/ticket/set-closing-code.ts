import { command } from '../command/command.ts';
import { one, statement } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { allowsClosingCode, closingData } from '../sql/closing-code.ts';
import { isOpen } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';
import { type AllowedCodes, selectAllowedCodes, toAllowedCodes } from './list-closing-codes.ts';
import {
  matchesChange,
  selectChanged,
  type TicketChange,
  type TicketChangeOutcome,
} from './ticket-change.ts';

type Params = TicketChange & { closingCode: string; closingNote: string | null };

// An agent cannot change a closed ticket.
const set = statement<Params>`
  update tickets set
    closing_code = :closingCode, closing_note = :closingNote, updated_at = :now, change_id = :changeId
  where ${matchesChange} and (:owner is null or ${isOpen('tickets')})
    and (closing_code is not :closingCode or closing_note is not :closingNote)
    and ${allowsClosingCode(':closingCode')}`;

/** Sets how a ticket ended. The same code and note again change nothing. */
export const setClosingCode = command({
  steps: [set, appendChange<Params>('ticket.closing_changed', { data: closingData })],
  answer: {
    changed: selectChanged('ticket.closing_changed'),
    ticket: one(selectTicket),
    codes: selectAllowedCodes,
  },
  outcome: ({ changed, ticket, codes }): TicketChangeOutcome & AllowedCodes => ({
    outcome: changed ? 'done' : 'unchanged',
    ticket,
    ...toAllowedCodes(codes),
  }),
});
