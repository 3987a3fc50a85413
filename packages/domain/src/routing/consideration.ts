import type { Candidate, RuledOut } from './eligible.ts';

/** An agent as an explanation names it. */
export type ConsideredAgent = Candidate & { readonly status: string };

/** An agent and every rule that keeps the ticket from it. Without a rule it can get the ticket. */
export type Consideration = {
  readonly agent: ConsideredAgent;
  readonly ruledOutBy: readonly RuledOut[];
  readonly missingSkills: readonly string[];
};
