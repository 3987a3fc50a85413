import { statement } from '../command/statement.ts';
import { appendChange } from '../steps/append-events.ts';
import { matchesChange, type TicketChange, ticketChange } from './ticket-change.ts';

type Params = TicketChange & { note: string | null };

const touch = statement<Params>`
  update tickets set updated_at = :now, change_id = :changeId
  where ${matchesChange}`;

/** Records a refund in the history of a ticket. The ticket keeps its status, and may be closed. */
export const recordRefund = ticketChange<Params>({
  event: 'ticket.refund_created',
  steps: [touch, appendChange<Params>('ticket.refund_created', { data: { note: ':note' } })],
});
