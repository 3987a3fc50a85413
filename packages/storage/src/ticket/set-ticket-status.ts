import { statesBefore } from '@chat-ticket/domain';
import type { Command } from '../command/command.ts';
import { statement } from '../command/statement.ts';
import { unassigned } from '../sql/ticket-columns.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendTicketEvents } from '../steps/append-events.ts';
import { appendAssignments, assignNext } from '../steps/assign.ts';
import { placeInQueue } from '../steps/place-in-queue.ts';
import { matchesChange, type TicketChange, ticketChange, type TicketChangeOutcome } from './ticket-change.ts';

/** The statuses that `setTicketStatus` sets. Routing and other commands set the others. */
export type WorkflowStatus = 'WORKFLOW_PENDING' | 'WORKFLOW_DONE' | 'ERROR';

type Params = TicketChange & { note: string | null };

const toStatus = (status: WorkflowStatus, set: string): Command<Params, TicketChangeOutcome> => {
  const where = `${matchesChange} and ${statusIn('tickets', statesBefore(status))}`;
  return ticketChange<Params>({
    event: 'ticket.status_changed',
    steps: [
      appendTicketEvents<Params>('ticket.status_changed', {
        where,
        data: { status: `'${status}'`, note: ':note' },
      }),
      statement<Params>`
  update tickets set status = '${status}', ${set}, updated_at = :now, change_id = :changeId
  where ${where}`,
      placeInQueue,
      assignNext,
      appendAssignments,
    ],
  });
};

/**
 * Sets the status of a ticket, with one command for each status. `ERROR` takes the ticket from its agent; a person must
 * transfer or close it.
 */
export const setTicketStatus: Record<WorkflowStatus, Command<Params, TicketChangeOutcome>> = {
  WORKFLOW_PENDING: toStatus('WORKFLOW_PENDING', 'widen_at = null, retry_at = null'),
  WORKFLOW_DONE: toStatus('WORKFLOW_DONE', `waiting_status = 'WORKFLOW_DONE', need_set = null`),
  ERROR: toStatus('ERROR', `${unassigned}, widen_at = null, retry_at = null`),
};
