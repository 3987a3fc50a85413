import type { Settings } from '@chat-ticket/contract';
import type { Candidate, WaitingTicket } from '../routing/eligible.ts';
import type { Pair } from '../routing/choose.ts';
import { DayRun } from './day-run.ts';
import type { AgentPlan } from './crew.ts';
import type { Day } from './day.ts';
import type { Outcome } from './outcome.ts';

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

/**
 * Lets the day happen to the desk. After its end nobody comes any more, but what was taken in goes on until it is
 * done or can’t be.
 */
export const simulateDay = (day: Day, desk: DeskPlan, options: SimulateOptions = {}): Outcome =>
  new DayRun(day, desk, options).run();
