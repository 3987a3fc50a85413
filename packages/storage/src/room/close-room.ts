import { statesBefore } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, select, statement } from '../command/statement.ts';
import { selectActingAgent } from '../rows/agent-row.ts';
import { selectTicketOfRoom } from '../rows/ticket-row.ts';
import { actingAgentId, type ActingAgentParams } from '../sql/acting-agent.ts';
import { closingData, hasRequiredCode, isAllowedCode } from '../sql/closing-code.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';

type Params = CommandContext & ActingAgentParams & { roomId: string };

const closeOpenRoom = statement<Params>`
  update tickets set
    status = 'CHAT_CLOSED', room_closed_at = :now, pick_by = null,
    wrap_up_until = :now + (select wrap_up_ms from queues where id = tickets.queue_id),
    updated_at = :now, change_id = :changeId
  where tickets.room_id = :roomId
    and tickets.agent_id = ${actingAgentId}
    and ${statusIn('tickets', statesBefore('CHAT_CLOSED'))}
    and ${hasRequiredCode('tickets.closing_code')}`;

/** The closing codes that the ticket of the room can get. */
const selectCodes = select<Params, { id: string }>`
  select code.id as "id" from tickets join closing_codes code on ${isAllowedCode('code')}
  where tickets.room_id = :roomId
  order by code.position`;

/**
 * Closes the room of the acting agent’s ticket and begins the wrap-up. Returns the agent and ticket as they are now. The
 * ticket stays unchanged without a closing code that its queue requires.
 */
export const closeRoom = command({
  steps: [
    closeOpenRoom,
    appendChange<Params>('room.closed', { where: `tickets.status = 'CHAT_CLOSED'`, data: closingData }),
  ],
  answer: { agent: one(selectActingAgent), ticket: one(selectTicketOfRoom), codes: selectCodes },
});
