import type { Settings } from '@chat-ticket/contract';

/** A time span of one day. Ms since the start of the day; `toMs` is excluded. */
export type Shift = { readonly fromMs: number; readonly toMs: number };

export type AgentPlan = {
  readonly id: string;
  readonly skills: readonly string[];
  /** How many tickets the agent can have at the same time. Default: the capacity of the settings. */
  readonly capacity?: number;
  /** In ascending order, without overlap. Default: one shift from the start of the day, without an end. */
  readonly shifts?: readonly Shift[];
};

/** The default of {@link AgentPlan.shifts}. */
export const wholeDay: readonly Shift[] = [{ fromMs: 0, toMs: Infinity }];

/** What a supervisor can change about a desk: its settings and its agents. */
export type DeskPlan = { readonly settings: Settings; readonly agents: readonly AgentPlan[] };
