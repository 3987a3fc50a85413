import { activeStates, statesBefore, waitingStates } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import { one, only, select, statement } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { mayReceive } from '../sql/eligibility.ts';
import { assigned, nextAgentStatus } from '../sql/ticket-columns.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendTicketEvents } from '../steps/append-events.ts';
import { appendAssignments, assignNext, assignUpTo } from '../steps/assign.ts';
import { returnTickets } from '../steps/return-tickets.ts';
import {
  matchesChange,
  selectChanged,
  type TicketChange,
  type TicketChangeOutcome,
} from './ticket-change.ts';

type ToAgent = TicketChange & {
  /** The agent’s id or email. */
  to: string;
  note: string | null;
};
type ToQueue = TicketChange & { queueId: string; note: string | null };

const receiverId = `(
    select id from agents where id = :to or email_key = lower(:to) order by id = :to desc limit 1)`;

/** The id of the receiver if it may receive a ticket. Otherwise null. */
const eligibleReceiverId = `(
    select receiver.id from agents receiver
    where receiver.id = ${receiverId} and ${mayReceive('receiver')})`;

const canTransferTo = `${matchesChange}
    and ${statusIn('tickets', statesBefore('ASSIGNED', 'REASSIGNED'))}
    and tickets.agent_id is not ${receiverId}
    and ${eligibleReceiverId} is not null`;

// This step precedes the UPDATE, because the event names the agent who loses the ticket.
const appendTransferred = appendTicketEvents<ToAgent>('ticket.assigned', {
  where: canTransferTo,
  agentId: eligibleReceiverId,
  data: {
    status: nextAgentStatus,
    fromAgentId: 'tickets.agent_id',
    reason: `'chosen_by_person'`,
    note: ':note',
  },
});

const transfer = statement<ToAgent>`
  update tickets set ${assigned(eligibleReceiverId, 'person')}
  where ${canTransferTo}`;

const selectReceiver = select<ToAgent, { id: string | null }>`select ${receiverId} as "id"`;

/**
 * Assigns a ticket to the agent that a person chose, if that agent may receive one. No rule takes it back. A ticket
 * that the agent already has does not change.
 */
export const transferToAgent = command({
  steps: [appendTransferred, transfer, assignNext, appendAssignments],
  answer: {
    changed: selectChanged('ticket.assigned'),
    ticket: one(selectTicket),
    receiver: only(selectReceiver),
  },
  outcome: ({
    changed,
    ticket,
    receiver,
  }): TicketChangeOutcome<'agent_unknown' | 'agent_has_ticket' | 'agent_cannot_receive'> => {
    if (changed) return { outcome: 'done', ticket };
    if (receiver.id === null) return { outcome: 'agent_unknown', ticket };
    return {
      outcome: receiver.id === ticket?.agentId ? 'agent_has_ticket' : 'agent_cannot_receive',
      ticket,
    };
  },
});

const moveToQueue = returnTickets<ToQueue>({
  event: 'ticket.moved',
  where: `${matchesChange}
    and ${statusIn('tickets', [...activeStates, ...waitingStates])}
    and exists (select 1 from queues where id = :queueId)`,
  set: 'queue_id = :queueId, is_queue_fixed = 1',
  data: { queueId: ':queueId', note: ':note' },
  asksOthersFirst: true,
});

const selectQueue = select<ToQueue, { id: string }>`select id from queues where id = :queueId`;

/** Takes a ticket from its agent. It waits in the queue that a person chose, and other agents are asked first. */
export const transferToQueue = command({
  steps: [...moveToQueue, ...assignUpTo(2), appendAssignments],
  answer: { changed: selectChanged('ticket.moved'), ticket: one(selectTicket), queue: one(selectQueue) },
  outcome: ({ changed, ticket, queue }): TicketChangeOutcome<'queue_unknown'> => {
    if (changed) return { outcome: 'done', ticket };
    return { outcome: queue ? 'unchanged' : 'queue_unknown', ticket };
  },
});
