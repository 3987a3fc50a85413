/** The filters of a list of agents. Undefined: any. */
export type AgentFilter = {
  readonly status?: string | undefined;
  readonly isConnected?: boolean | undefined;
  readonly skill?: string | undefined;
  readonly queueId?: string | undefined;
  /** The beginning of the name, of a word of it, of the email or of the id. */
  readonly text?: string | undefined;
};

/** An agent as the filters of a list see it. */
export type FilteredAgent = {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly status: string;
  readonly skills: readonly string[];
  readonly isConnected: boolean;
  /** The queues that the agent serves. */
  readonly queueIds: readonly string[];
};

/** A text as people compare names: without the accents of Latin, Greek and Cyrillic letters, and without case. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .toLowerCase();

function beginsWith({ name, email, id }: FilteredAgent, text: string): boolean {
  const start = folded(text.trim());
  const words = folded(name ?? '');
  // A beginning of several words is the beginning of the rest of the name at some word.
  const starts = [...words.matchAll(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu)].map(({ index }) => index);
  return (
    words.startsWith(start) ||
    starts.some((index) => words.startsWith(start, index)) ||
    folded(email ?? '').startsWith(start) ||
    folded(id).startsWith(start)
  );
}

/** Whether the agent passes every filter. */
export const matchesAgent = (filter: AgentFilter, agent: FilteredAgent): boolean =>
  (filter.status === undefined || filter.status === agent.status) &&
  (filter.isConnected === undefined || filter.isConnected === agent.isConnected) &&
  (filter.skill === undefined || agent.skills.includes(filter.skill)) &&
  (filter.queueId === undefined || agent.queueIds.includes(filter.queueId)) &&
  (filter.text === undefined || beginsWith(agent, filter.text));
