import type { TicketState } from './transition.ts';

/** Waits for routing to find an agent. ERROR waits too, but for a person to decide. */
export const waitingStates = [
  'CREATED',
  'WORKFLOW_DONE',
  'ESCALATED',
] as const satisfies readonly TicketState[];

/** Is one agent’s: in its list and counted as its load. CHAT_CLOSED is wrap-up. */
export const heldStates = ['ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED'] as const satisfies readonly TicketState[];

/** Offered or being chatted in: can be picked, and its room can be closed. */
export const activeStates = ['ASSIGNED', 'REASSIGNED'] as const satisfies readonly TicketState[];
