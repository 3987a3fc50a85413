import { statement } from '../command/statement.ts';
import { autoCloseFromNow } from '../sql/ticket-columns.ts';
import { appendChange } from '../steps/append-events.ts';
import { matchesChange, type TicketChange, ticketChange } from './ticket-change.ts';

const extend = statement<TicketChange>`
  update tickets set ${autoCloseFromNow('1')}, updated_at = :now, change_id = :changeId
  where ${matchesChange} and tickets.auto_close_at is not null`;

/** Restarts the timer that warns and closes an idle chat. */
export const extendTicket = ticketChange<TicketChange>({
  event: 'ticket.extended',
  steps: [
    extend,
    appendChange<TicketChange>('ticket.extended', { data: { autoCloseAtMs: 'tickets.auto_close_at' } }),
  ],
});
