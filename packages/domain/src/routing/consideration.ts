import type { Candidate, RuledOut } from './eligible.ts';

/** An agent as an explanation names it. */
export type ConsideredAgent = Candidate & { readonly status: string };

/** An agent with all that keeps the ticket from it; nothing: it can be given. */
export type Consideration = {
  readonly agent: ConsideredAgent;
  readonly ruledOutBy: readonly RuledOut[];
  readonly missingSkills: readonly string[];
};
