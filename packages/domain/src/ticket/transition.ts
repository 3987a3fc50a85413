import type { TicketStatus } from '@chat-ticket/contract';

/** A status a ticket can stand in; the blueprint’s other two are entries of its history. */
export type TicketState = Exclude<TicketStatus, 'UPDATE_FIELD' | 'REFUND_CREATED'>;

/**
 * Where a ticket can be taken from where it stands. That an agent’s ticket waits again when it is given back
 * does not stand here: nobody asks for that status, it is the one that the ticket had.
 */
export const transitions = {
  CREATED: ['WORKFLOW_PENDING', 'ASSIGNED', 'REASSIGNED', 'ESCALATED', 'CLOSED', 'ERROR'],
  WORKFLOW_PENDING: ['WORKFLOW_DONE', 'ERROR', 'CLOSED'],
  WORKFLOW_DONE: ['ASSIGNED', 'REASSIGNED', 'ESCALATED', 'CLOSED', 'ERROR'],
  ASSIGNED: ['REASSIGNED', 'ESCALATED', 'CHAT_CLOSED', 'CLOSED', 'ERROR'],
  REASSIGNED: ['REASSIGNED', 'ESCALATED', 'CHAT_CLOSED', 'CLOSED', 'ERROR'],
  ESCALATED: ['ASSIGNED', 'REASSIGNED', 'CLOSED', 'ERROR'],
  CHAT_CLOSED: ['CLOSED'],
  ERROR: ['ASSIGNED', 'REASSIGNED', 'CLOSED'],
  CLOSED: [],
} as const satisfies Record<TicketState, readonly TicketState[]>;

export const ticketStates = Object.keys(transitions) as TicketState[];

/** The states that can go to one of `targets`: what a guarded write allows itself to change. */
export function statesBefore(...targets: TicketState[]): TicketState[] {
  return ticketStates.filter((state) =>
    (transitions[state] as readonly TicketState[]).some((next) => targets.includes(next)),
  );
}

/** The states that a ticket can go to from where it stands. */
export const allowedAfter = (state: TicketState): readonly TicketState[] => transitions[state];
