import type { Settings } from '@chat-ticket/contract';
import type { Candidate, Pair, WaitingTicket } from '@chat-ticket/domain';
import type { Day } from './day/day.ts';
import type { AgentPlan } from './rule/crew.ts';
import type { Outcome } from './rule/outcome.ts';

/** A desk: what a supervisor can change. */
export type DeskPlan = { readonly settings: Settings; readonly agents: readonly AgentPlan[] };

/** All that a decision is made from, and the decision. */
export type Decision = {
  readonly now: number;
  readonly tickets: readonly WaitingTicket[];
  readonly agents: readonly Candidate[];
  readonly pair: Pair | undefined;
};

export type SimulateOptions = {
  /** Agents are counted from here on. Ms since the start of the day. */
  readonly warmUpMs?: number;
  /** Hears each decision; costly. */
  readonly observe?: (decision: Decision) => void;
};

/** What lets a day happen to a desk. All engines get the same days. */
export type Engine = (day: Day, desk: DeskPlan, options: SimulateOptions) => Outcome | Promise<Outcome>;

/** `rule`: the domain’s routing rule alone, fast. `sql`: the desk itself, handlers, database and all. */
export const engineNames = ['rule', 'sql'] as const;

export type EngineName = (typeof engineNames)[number];
