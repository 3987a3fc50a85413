import { statesBefore } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import { one, statement } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { allowsClosingCode, closingData, hasRequiredCode } from '../sql/closing-code.ts';
import { closed } from '../sql/ticket-columns.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';
import { appendAssignments, assignWaitingTo } from '../steps/assign.ts';
import { type AllowedCodes, selectAllowedCodes, toAllowedCodes } from './list-closing-codes.ts';
import {
  matchesChange,
  selectChanged,
  type TicketChange,
  type TicketChangeOutcome,
} from './ticket-change.ts';

/** How a ticket ended. A value that is left out or null keeps what the ticket has. */
export type CloseTicket = TicketChange & {
  note: string | null;
  closingCode?: string | null;
  closingNote?: string | null;
};

const toParams = ({ closingCode = null, closingNote = null, ...rest }: CloseTicket) => ({
  ...rest,
  closingCode,
  closingNote,
});

type Params = ReturnType<typeof toParams>;

const close = statement<Params>`
  update tickets set
    closing_code = coalesce(:closingCode, closing_code), closing_note = coalesce(:closingNote, closing_note), ${closed}
  where ${matchesChange} and ${statusIn('tickets', statesBefore('CLOSED'))}
    and (:closingCode is null or ${allowsClosingCode(':closingCode')})
    and ${hasRequiredCode('coalesce(:closingCode, tickets.closing_code)')}`;

const appendClosed = appendChange<Params>('ticket.closed', {
  where: `tickets.status = 'CLOSED'`,
  data: { note: ':note', ...closingData },
});

const freedAgentId = `(select agent_id from tickets where id = :ticketId and change_id = :changeId)`;

/**
 * Closes a ticket, and assigns waiting tickets to the agent who had it. An open ticket stays unchanged without a code
 * that its queue requires, and with one that it cannot get.
 */
export const closeTicket = command({
  params: toParams,
  steps: [close, appendClosed, assignWaitingTo<Params>(freedAgentId), appendAssignments],
  answer: { changed: selectChanged('ticket.closed'), ticket: one(selectTicket), codes: selectAllowedCodes },
  outcome: ({ changed, ticket, codes }): TicketChangeOutcome & AllowedCodes => ({
    outcome: changed ? 'done' : 'unchanged',
    ticket,
    ...toAllowedCodes(codes),
  }),
});
