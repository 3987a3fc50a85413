import type { TicketStatus } from '@chat-ticket/contract';

/** A status that a ticket can have. The upstream API’s other two statuses appear in its history only. */
export type TicketState = Exclude<TicketStatus, 'UPDATE_FIELD' | 'REFUND_CREATED'>;

/**
 * The states that a ticket can change to, by its state. The guards of the storage commands are made of this table
 * by `statesBefore`.
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

/**
 * The states that a ticket returns to when its agent declines it, misses it or loses the lease: the waiting state
 * that it had. No request can ask for these.
 * @see packages/storage/src/steps/return-tickets.ts `returnTickets`, which writes them
 */
export const fallbacks: Partial<Record<TicketState, readonly TicketState[]>> = {
  ASSIGNED: ['CREATED', 'WORKFLOW_DONE', 'ESCALATED'],
  REASSIGNED: ['CREATED', 'WORKFLOW_DONE', 'ESCALATED'],
};

/** Whether any rule or request may change a ticket from one state to the other. */
export const isStep = (from: TicketState, to: TicketState): boolean =>
  [...transitions[from], ...(fallbacks[from] ?? [])].includes(to);

/** All states. */
export const ticketStates = Object.keys(transitions) as TicketState[];

/** The states that can change to one of `targets`: the guard of a write. */
export function statesBefore(...targets: TicketState[]): TicketState[] {
  return ticketStates.filter((state) =>
    (transitions[state] as readonly TicketState[]).some((next) => targets.includes(next)),
  );
}

/** The states that a ticket in `state` can change to. */
export const allowedAfter = (state: TicketState): readonly TicketState[] => transitions[state];
