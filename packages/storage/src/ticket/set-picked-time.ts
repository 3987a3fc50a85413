import { activeStates } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, statement } from '../command/statement.ts';
import { selectActingAgent } from '../rows/agent-row.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { actingAgentId, type ActingAgentParams } from '../sql/acting-agent.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';

type Params = CommandContext & ActingAgentParams & { ticketId: string };

const pickTicket = statement<Params>`
  update tickets set picked_at = :now, pick_by = null, updated_at = :now, change_id = :changeId
  where tickets.id = :ticketId
    and tickets.agent_id = ${actingAgentId}
    and tickets.picked_at is null
    and ${statusIn('tickets', activeStates)}`;

const resetMisses = statement<Params>`
  update agents set misses = 0
  where misses > 0
    and id = (select agent_id from tickets where id = :ticketId and change_id = :changeId)`;

/**
 * The acting agent picks its offer. A picked ticket keeps its time. Returns the agent and the ticket as they are now.
 */
export const setPickedTime = command({
  steps: [
    pickTicket,
    appendChange<Params>('ticket.picked', { where: 'tickets.picked_at is not null' }),
    resetMisses,
  ],
  answer: { agent: one(selectActingAgent), ticket: one(selectTicket) },
});
