import { statesBefore } from '@chat-ticket/domain';
import { statusIn } from '../sql/ticket-status.ts';
import { appendAssignments, assignUpTo } from '../steps/assign.ts';
import { returnTickets } from '../steps/return-tickets.ts';
import { matchesChange, type TicketChange, ticketChange } from './ticket-change.ts';

type Params = TicketChange & { note: string | null };

const highestTier = 9;

const escalate = returnTickets<Params>({
  event: 'ticket.escalated',
  where: `${matchesChange} and ${statusIn('tickets', statesBefore('ESCALATED'))}`,
  status: `'ESCALATED'`,
  set: `waiting_status = 'ESCALATED', tier = min(tickets.tier + 1, ${highestTier})`,
  data: { note: ':note' },
  // The agent who escalates can also belong to the next tier, and would get the ticket back at once.
  asksOthersFirst: true,
});

/** Takes a ticket from its agent. It waits for agents of the next tier, at its original rank. */
export const escalateTicket = ticketChange<Params>({
  event: 'ticket.escalated',
  steps: [...escalate, ...assignUpTo(2), appendAssignments],
});
