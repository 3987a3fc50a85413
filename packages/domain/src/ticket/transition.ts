import type { TicketStatus } from '@chat-ticket/contract';

/** A status a ticket can stand in; the blueprint’s other two are entries of its history. */
export type TicketState = Exclude<TicketStatus, 'UPDATE_FIELD' | 'REFUND_CREATED'>;

/** Where a ticket can be taken from where it stands. */
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

/**
 * Where it falls back to when its agent gives it back, or is gone: to the waiting status that it had. Nobody
 * can ask for these.
 */
export const fallbacks: Partial<Record<TicketState, readonly TicketState[]>> = {
  ASSIGNED: ['CREATED', 'WORKFLOW_DONE', 'ESCALATED'],
  REASSIGNED: ['CREATED', 'WORKFLOW_DONE', 'ESCALATED'],
};

/** Whether a ticket may go from one state to the other, by whomever and whatever. */
export const isStep = (from: TicketState, to: TicketState): boolean =>
  [...transitions[from], ...(fallbacks[from] ?? [])].includes(to);

export const ticketStates = Object.keys(transitions) as TicketState[];

/** The states that can go to one of `targets`: what a guarded write allows itself to change. */
export function statesBefore(...targets: TicketState[]): TicketState[] {
  return ticketStates.filter((state) =>
    (transitions[state] as readonly TicketState[]).some((next) => targets.includes(next)),
  );
}

/** The states that a ticket can go to from where it stands. */
export const allowedAfter = (state: TicketState): readonly TicketState[] => transitions[state];
