import type { Strategy } from '@chat-ticket/contract';
import type { TicketState } from '../ticket/transition.ts';
import type { WaitingTicket } from './eligible.ts';

/** A ticket with all that its way through routing rests on. Times in ms since 1970, null where there is none. */
export type RoutedTicket = WaitingTicket & {
  readonly status: TicketState;
  readonly queueId: string;
  /** When the queue opens next. */
  readonly opensAt: number | null;
  readonly strategy: Strategy;
  readonly stage: number;
  /** Its place among those that wait in the queue; 1 is next. */
  readonly position: number | null;
  /** Until when `preferredAgentId` goes first. */
  readonly preferUntil: number | null;
  readonly widenAt: number | null;
  /** What it needs after the next widen step. */
  readonly widensTo: { readonly needs: readonly string[]; readonly tierTo: number } | null;
  readonly retryAt: number | null;
  readonly agentId: string | null;
  /** The rule by which it got its agent, as the history has it. */
  readonly assignedBy: string | null;
  readonly isAgentFixed: boolean;
  readonly assignedAt: number | null;
  readonly pickBy: number | null;
  readonly pickedAt: number | null;
  readonly wrapUpUntil: number | null;
  readonly closedAt: number | null;
};
