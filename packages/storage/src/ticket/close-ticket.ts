import { statesBefore } from '@chat-ticket/domain';
import { statement } from '../command/statement.ts';
import { closed } from '../sql/ticket-columns.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';
import { appendAssignments, assignWaitingTo } from '../steps/assign.ts';
import { matchesChange, type TicketChange, ticketChange } from './ticket-change.ts';

type Params = TicketChange & { note: string | null };

const close = statement<Params>`
  update tickets set ${closed}
  where ${matchesChange} and ${statusIn('tickets', statesBefore('CLOSED'))}`;

const appendClosed = appendChange<Params>('ticket.closed', {
  where: `tickets.status = 'CLOSED'`,
  data: { note: ':note' },
});

const freedAgentId = `(select agent_id from tickets where id = :ticketId and change_id = :changeId)`;

/** Closes a ticket, and assigns waiting tickets to the agent who had it. */
export const closeTicket = ticketChange<Params>({
  event: 'ticket.closed',
  steps: [close, appendClosed, assignWaitingTo<Params>(freedAgentId), appendAssignments],
});
