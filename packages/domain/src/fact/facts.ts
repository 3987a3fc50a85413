import type { TicketPhase } from './ticket-phase.ts';

/** How an interval of a ticket ended. */
export type IntervalEnd =
  | 'assigned'
  | 'picked'
  | 'missed'
  | 'declined'
  | 'transferred'
  | 'moved'
  | 'placed'
  | 'escalated'
  | 'returned'
  | 'workflow'
  | 'workflow_done'
  | 'error'
  | 'chat_closed'
  | 'closed';

/** An interval in which a ticket had the same phase and agent. `endedAt` is null while it lasts. */
export type TicketInterval = {
  ticketId: string;
  phase: Exclude<TicketPhase, 'closed'>;
  /** The queue of the ticket when the interval began. */
  queueId: string;
  agentId: string | null;
  /** Why a wait began. Null: for no reason that an event names. */
  cause: 'missed' | 'declined' | null;
  beganAt: number;
  endedAt: number | null;
  endedBy: IntervalEnd | null;
};

/** An interval in which an agent had the same status, and had tickets or had none. */
export type AgentInterval = {
  agentId: string;
  status: string;
  isRoutable: boolean;
  hasTickets: boolean;
  beganAt: number;
  endedAt: number | null;
};

/** The times of a ticket, in ms since 1970, and how often something happened to it. */
export type TicketFact = {
  ticketId: string;
  queueId: string;
  agentId: string | null;
  firstAgentId: string | null;
  replyAgentId: string | null;
  createdAt: number;
  firstAssignedAt: number | null;
  goalMs: number | null;
  pickedAt: number | null;
  firstReplyAt: number | null;
  roomClosedAt: number | null;
  closedAt: number | null;
  assignments: number;
  misses: number;
  declines: number;
  transfers: number;
};

/** An interval in which the desk did not serve. */
export type FactGap = { beganAt: number; endedAt: number };

/** All facts of a desk. */
export type Facts = {
  tickets: TicketFact[];
  ticketIntervals: TicketInterval[];
  agentIntervals: AgentInterval[];
  gaps: FactGap[];
};
