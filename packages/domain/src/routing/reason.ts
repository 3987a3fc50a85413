import type { Strategy } from '@chat-ticket/contract';
import type { RuledOut } from './eligible.ts';

/**
 * One statement about why a ticket is where it is, as a code with its values. `packages/api` words it in
 * English. Times are in ms since 1970.
 */
export type RoutingReason =
  /** The ticket waits. A null `position`: it is not in the order of the queue now. */
  | { readonly code: 'waiting'; readonly queueId: string; readonly position: number | null }
  | {
      readonly code: 'needs';
      readonly skills: readonly string[];
      readonly tierFrom: number;
      readonly tierTo: number;
    }
  /** `opensAt` is null when the next opening is not known. */
  | { readonly code: 'queue_closed'; readonly opensAt: number | null }
  /** Every agent is offline. */
  | { readonly code: 'no_agent_considered' }
  /** Each agent counts under one obstacle: the one that lasts longest. The shortest obstacle comes first. */
  | {
      readonly code: 'no_agent_eligible';
      readonly considered: number;
      readonly obstacles: readonly Obstacle[];
    }
  /** `firstId` is the agent that routing would choose. */
  | {
      readonly code: 'agents_eligible';
      readonly considered: number;
      readonly eligible: number;
      readonly firstId: string;
    }
  /** The customer’s last agent gets the ticket first until then. */
  | { readonly code: 'prefers_last_agent'; readonly agentId: string; readonly until: number }
  /** These agents were offered the ticket and did not take it. `retryAt` is null when they are not asked again. */
  | {
      readonly code: 'declined';
      readonly agentIds: readonly string[];
      readonly retryAt: number | null;
    }
  /** The next widen step. `tierTo` is null when it admits no higher tier. */
  | {
      readonly code: 'widens';
      readonly at: number;
      readonly droppedSkills: readonly string[];
      readonly tierTo: number | null;
    }
  | { readonly code: 'in_workflow' }
  | { readonly code: 'in_error' }
  | { readonly code: 'chosen_by_person'; readonly agentId: string }
  | {
      readonly code: 'chosen_by_rule';
      readonly agentId: string;
      readonly rule: Strategy | 'last_agent_of_customer';
    }
  /** `pickBy` is null when the offer does not expire. */
  | {
      readonly code: 'offered';
      readonly agentId: string;
      readonly since: number;
      readonly pickBy: number | null;
    }
  | { readonly code: 'picked'; readonly agentId: string; readonly at: number }
  /** `until` is null when only a person ends wrap-up. */
  | { readonly code: 'in_wrap_up'; readonly agentId: string; readonly until: number | null }
  | { readonly code: 'closed'; readonly at: number }
  | { readonly code: 'last_agent'; readonly agentId: string };

/** A rule that rules out `count` agents, with what tells these agents from others that it rules out. */
export type Obstacle = {
  readonly rule: RuledOut;
  readonly count: number;
  /** For `status_not_routable`. */
  readonly status?: string;
  /** For `skills_missing`. */
  readonly missingSkills?: readonly string[];
};
