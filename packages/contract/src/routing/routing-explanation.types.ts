// Generated from routing-explanation.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { TicketStatus } from '../ticket/ticket.types.ts';

/** An agent, as routing considers it for a ticket. */
export type RoutingCandidate = {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'ann'
   */
  agentId: string;
  /**
   * The agent’s status.
   * @example 'online'
   */
  status: string;
  /** How many open tickets the agent has. */
  load: number;
  /** How many open tickets the agent can have at the same time. */
  capacity: number;
  /** Whether the agent’s connection lease is live. */
  isConnected: boolean;
  /**
   * The rules that exclude the agent. If empty, the agent can take the ticket.
   * @example ['full']
   */
  ruledOutBy: RuledOut[];
  /**
   * The required skills that the agent does not have.
   * @example ['language:tha']
   */
  missingSkills?: string[] | undefined;
};

/** Why a ticket waits or has its agent, and what happens next. */
export type RoutingExplanation = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  ticketId: string;
  /**
   * The status of a ticket. UPDATE_FIELD and REFUND_CREATED occur only in a history: they change no status.
   * @example 'ASSIGNED'
   */
  status: TicketStatus;
  /**
   * The id of the agent who has the ticket, if any. 1 to 128 characters.
   * @example 'ann'
   */
  agentId?: string | undefined;
  /**
   * The id of the ticket’s queue.
   * @example 'default'
   */
  queueId: string;
  /** Whether the queue is open now. */
  queueIsOpen: boolean;
  /**
   * The strategy that chooses between the agents who can take the ticket.
   * @example 'least_loaded'
   */
  strategy: string;
  /**
   * The skills that an agent must have at the current stage.
   * @example ['language:tha']
   */
  needs: string[];
  /** The tiers whose agents may take the ticket at the current stage. */
  tiers: {
    /** The lowest tier. */
    from: number;
    /** The highest tier. */
    to: number;
  };
  /** How many widen steps have been taken. */
  stage: number;
  /**
   * The id of the customer’s last agent, who is considered first. 1 to 128 characters.
   * @example 'ann'
   */
  preferredAgentId?: string | undefined;
  /** The ticket’s position in its queue. 1 is next. */
  position?: number | undefined;
  /** When the queue opens next, in seconds since 1970. */
  opensTimestamp?: number | undefined;
  /** When the next widen step is due, in seconds since 1970. */
  widenTimestamp?: number | undefined;
  /**
   * When the ticket is offered again to agents who declined it, if nobody else can take it, in seconds since
   * 1970.
   */
  retryTimestamp?: number | undefined;
  /** When the ticket goes to the next agent unless it is picked, in seconds since 1970. */
  pickByTimestamp?: number | undefined;
  /** When wrap-up ends and the ticket closes automatically, in seconds since 1970. */
  wrapUpTimestamp?: number | undefined;
  /** The agents in the order in which they would be chosen, up to 500. */
  agents: RoutingCandidate[];
  /**
   * The explanation in plain English.
   * @example ['It waits in the queue default, as number 2.']
   */
  sentences: string[];
};

/** A rule that excludes the agent from the ticket. */
export type RuledOut =
  | 'status_not_routable'
  | 'not_connected'
  | 'full'
  | 'tier_too_low'
  | 'tier_too_high'
  | 'skills_missing'
  | 'declined';
