import { activeStates } from '@chat-ticket/domain';
import { statusIn } from '../sql/ticket-status.ts';
import { appendAssignments, assignUpTo } from '../steps/assign.ts';
import { returnTickets } from '../steps/return-tickets.ts';
import { matchesChange, type TicketChange, ticketChange } from './ticket-change.ts';

type Params = TicketChange & { note: string | null };

const requeue = returnTickets<Params>({
  event: 'ticket.returned',
  where: `${matchesChange} and ${statusIn('tickets', activeStates)}`,
  data: { reason: `'taken_back'`, note: ':note' },
  asksOthersFirst: true,
});

/** Takes a ticket from its agent. It waits again at its original rank, and other agents are asked first. */
export const requeueTicket = ticketChange<Params>({
  event: 'ticket.returned',
  steps: [...requeue, ...assignUpTo(2), appendAssignments],
});
