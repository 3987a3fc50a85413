import { activeStates } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one } from '../command/statement.ts';
import { selectActingAgent } from '../rows/agent-row.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { actingAgentId, type ActingAgentParams } from '../sql/acting-agent.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendAssignments, assignUpTo } from '../steps/assign.ts';
import { returnTickets } from '../steps/return-tickets.ts';
import { selectChanged } from './ticket-change.ts';

type Params = CommandContext & ActingAgentParams & { ticketId: string; note: string | null };

const decline = returnTickets<Params>({
  event: 'ticket.declined',
  where: `tickets.id = :ticketId
    and tickets.agent_id = ${actingAgentId}
    and tickets.picked_at is null
    and ${statusIn('tickets', activeStates)}`,
  data: { note: ':note' },
  asksOthersFirst: true,
});

/**
 * The acting agent declines its offer. The ticket waits again and other agents are asked first. The same batch can
 * assign both this ticket and another one to the agent.
 */
export const declineTicket = command({
  steps: [...decline, ...assignUpTo(2), appendAssignments],
  answer: {
    changed: selectChanged('ticket.declined'),
    agent: one(selectActingAgent),
    ticket: one(selectTicket),
  },
  outcome: ({ changed, ...rest }) => ({
    outcome: changed ? ('done' as const) : ('unchanged' as const),
    ...rest,
  }),
});
