import { activeStates, heldStates, type TicketState, waitingStates } from '@chat-ticket/domain';

// `ticket` is the name that the statement gives to the table. SQLite uses a partial index only if the statement repeats
// the condition of the index word for word, so the schema and all statements use these.
// @see packages/domain/src/ticket/state.ts `heldStates`, which defines the groups of states

/** Whether the ticket is in one of the states. */
export const statusIn = (ticket: string, states: readonly TicketState[]): string =>
  `${ticket}.status in ${stateList(states)}`;

/** The states as a list for `in`. */
export const stateList = (states: readonly TicketState[]): string =>
  `(${states.map((state) => `'${state}'`).join(', ')})`;

/** Whether the ticket is not closed. */
export const isOpen = (ticket: string): string => `${ticket}.status <> 'CLOSED'`;

/** Whether the ticket waits for routing to find an agent. */
export const isWaiting = (ticket: string): string => statusIn(ticket, waitingStates);

/** Whether the ticket is in an agent’s list and counts in its load. */
export const isHeld = (ticket: string): string =>
  `${ticket}.agent_id is not null and ${statusIn(ticket, heldStates)}`;

/**
 * Whether the ticket is held and not in wrap-up. It repeats `isHeld`, so that SQLite uses the index of held tickets.
 */
export const isActive = (ticket: string): string => `${isHeld(ticket)} and ${statusIn(ticket, activeStates)}`;
