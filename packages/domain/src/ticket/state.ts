import type { TicketState } from './transition.ts';

// @see packages/storage/src/sql/ticket-status.ts `statusIn`, these groups as SQL, which partial indexes repeat
// @see packages/storage/migrations/0001_upkeep.sql `tickets_load_gained`, the trigger that counts an agent’s load

/** A ticket that routing has to find an agent for. A ticket in ERROR waits for a person instead. */
export const waitingStates = [
  'CREATED',
  'WORKFLOW_DONE',
  'ESCALATED',
] as const satisfies readonly TicketState[];

/** A ticket of an agent: in its list and in its load. CHAT_CLOSED is wrap-up. */
export const heldStates = ['ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED'] as const satisfies readonly TicketState[];

/** A ticket that is offered or picked: it can be picked, and its room can be closed. */
export const activeStates = ['ASSIGNED', 'REASSIGNED'] as const satisfies readonly TicketState[];
