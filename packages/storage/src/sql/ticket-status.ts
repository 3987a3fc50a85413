import { activeStates, heldStates, type TicketState, waitingStates } from '@chat-ticket/domain';

/** `ticket` is the name of the table in the statement. SQLite uses a partial index only for the same words. */
export const statusIn = (ticket: string, states: readonly TicketState[]): string =>
  `${ticket}.status in ${stateList(states)}`;

export const stateList = (states: readonly TicketState[]): string =>
  `(${states.map((state) => `'${state}'`).join(', ')})`;

export const isOpen = (ticket: string): string => `${ticket}.status <> 'CLOSED'`;

/** Waits for routing to find an agent. */
export const isWaiting = (ticket: string): string => statusIn(ticket, waitingStates);

/** Is in an agent’s list and counts as its load. */
export const isHeld = (ticket: string): string =>
  `${ticket}.agent_id is not null and ${statusIn(ticket, heldStates)}`;

/** Held and not in wrap-up. Names both, so that the index of held tickets serves it. */
export const isActive = (ticket: string): string => `${isHeld(ticket)} and ${statusIn(ticket, activeStates)}`;
