import type { Strategy } from '@chat-ticket/contract';
import type { TicketState } from '../ticket/transition.ts';
import type { WaitingTicket } from './eligible.ts';

/** A ticket with its whole routing state. Times are in ms since 1970; null: not set. */
export type RoutedTicket = WaitingTicket & {
  readonly status: TicketState;
  readonly queueId: string;
  /** When the queue opens next. */
  readonly opensAt: number | null;
  readonly strategy: Strategy;
  /** How many widen steps it has taken. */
  readonly stage: number;
  /** Its position among the waiting tickets of the queue; 1 is next. */
  readonly position: number | null;
  /** Until when `preferredAgentId` is preferred. */
  readonly preferUntil: number | null;
  /** When it takes the next widen step. */
  readonly widenAt: number | null;
  /** Its needs after the next widen step. */
  readonly widensTo: { readonly needs: readonly string[]; readonly tierTo: number } | null;
  /** When the agents that did not take it are asked again. */
  readonly retryAt: number | null;
  readonly agentId: string | null;
  /** The rule that chose its agent, as the history shows it. */
  readonly assignedBy: string | null;
  /** Whether a person chose its agent. */
  readonly isAgentFixed: boolean;
  readonly assignedAt: number | null;
  readonly pickBy: number | null;
  readonly pickedAt: number | null;
  readonly wrapUpUntil: number | null;
  readonly closedAt: number | null;
};
