import type { Candidate, Pair, WaitingTicket } from '@chat-ticket/domain';
import type { Day } from '../day/day.ts';
import type { DeskPlan } from './desk-plan.ts';
import type { Outcome } from './outcome.ts';

/** A decision of the routing, and everything that it depends on. */
export type Decision = {
  /** Ms since 1970. */
  readonly now: number;
  readonly tickets: readonly WaitingTicket[];
  readonly agents: readonly Candidate[];
  /** The assignment. Undefined: no waiting ticket can be assigned. */
  readonly pair: Pair | undefined;
};

export type SimulateOptions = {
  /** The agents’ figures start here. Ms since the start of the day. Default: 0. */
  readonly warmUpMs?: number;
  /** Receives each decision. It makes a run many times slower. The `sql` engine ignores it. */
  readonly observe?: (decision: Decision) => void;
};

/** Runs one day on a desk. The same day and desk give the same outcome on every engine. */
export type SimulateDay = (day: Day, desk: DeskPlan, options?: SimulateOptions) => Outcome | Promise<Outcome>;

/** `rule` runs the routing rules of `domain`; `sql` runs the real desk: API, database and sweep. */
export type EngineName = 'rule' | 'sql';

export type Engine = { readonly name: EngineName; readonly simulate: SimulateDay };
