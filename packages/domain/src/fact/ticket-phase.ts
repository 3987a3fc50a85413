import type { TicketState } from '../ticket/transition.ts';

/**
 * What a ticket waits for. `waiting`: an agent. `workflow`: a workflow. `error`: a person who transfers or closes it.
 * `offered`: its agent picks it. `picked`: the chat goes on. `wrap_up`: its agent finishes it. `closed`: nothing.
 */
export type TicketPhase = 'waiting' | 'workflow' | 'error' | 'offered' | 'picked' | 'wrap_up' | 'closed';

const phases: Partial<Record<TicketState, TicketPhase>> = {
  WORKFLOW_PENDING: 'workflow',
  ERROR: 'error',
  CHAT_CLOSED: 'wrap_up',
  CLOSED: 'closed',
};

/**
 * The phase of a ticket.
 * @see packages/storage/src/schema/tickets.ts `phase`, the same rule as a generated column
 */
export const ticketPhase = (status: TicketState, isPicked: boolean): TicketPhase => {
  if (status === 'ASSIGNED' || status === 'REASSIGNED') return isPicked ? 'picked' : 'offered';
  return phases[status] ?? 'waiting';
};
