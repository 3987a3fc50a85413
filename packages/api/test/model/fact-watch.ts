import type { Settings } from '@chat-ticket/contract';
import {
  type AgentInterval,
  type Facts,
  type Gap,
  type LogEntry,
  type TicketDescription,
  walkEvents,
} from '@chat-ticket/domain';
import type { Database } from '@chat-ticket/storage';
import { readFacts } from './read-facts.ts';
import type { Row } from './read-desk.ts';

type Observed = {
  events: readonly Row[];
  tickets: readonly {
    id: string;
    queueId: string;
    entityId: string;
    language: string | null;
    ccr: string | null;
  }[];
  now: number;
  settings: Settings;
};

const textOf = (value: string | number | null | undefined) => (value == null ? null : String(value));

const toEntry = (row: Row): LogEntry => ({
  type: String(row['type']),
  at: Number(row['at']),
  ticketId: textOf(row['ticket_id']),
  agentId: textOf(row['agent_id']),
  status: textOf(row['status']),
  queueId: textOf(row['queue_id']),
  senderRole: textOf(row['sender_role']),
  senderId: textOf(row['sender_id']),
  kind: textOf(row['kind']),
  joinedFrom: textOf(row['joined_from']),
});

/** Collects what happens at a desk, so that its facts can be computed without the database. */
export class FactWatch {
  readonly entries: LogEntry[] = [];
  readonly #queues = new Map<string, string>();
  readonly #descriptions = new Map<string, TicketDescription>();
  #settings: Settings | undefined;

  /** Takes the events since the last call, and the queues of the tickets. */
  observe({ events, tickets, now, settings }: Observed): void {
    if (settings !== this.#settings) this.entries.push(toSettings(settings, now));
    this.#settings = settings;
    this.entries.push(...events.map(toEntry));
    for (const { id, queueId, entityId, language, ccr } of tickets) {
      this.#descriptions.set(id, { entity: entityId, language: language ?? '', ccr: ccr ?? '' });
      if (this.#queues.get(id) !== queueId)
        this.entries.push({ type: 'placed', at: now, ticketId: id, queueId });
      this.#queues.set(id, queueId);
    }
  }

  addGap(gap: Gap): void {
    this.entries.push({ type: 'gap', ...gap });
  }

  /** What is known of a ticket but not from its events. */
  describe = (ticketId: string): TicketDescription => this.#descriptions.get(ticketId)!;

  /** The facts in the database, and those that follow from what happened. They must be equal. */
  async facts(db: Database): Promise<{ stored: object; walked: object }> {
    return { stored: comparable(await readFacts(db)), walked: comparable(walkEvents(this.entries)) };
  }
}

const toSettings = ({ statuses, queues }: Settings, at: number): LogEntry => ({
  type: 'settings',
  at,
  routable: new Set(statuses.flatMap(({ id, routable }) => (routable ? [id] : []))),
  goals: new Map(queues.map(({ id, goal }) => [id, goal.seconds * 1000])),
});

const sorted = <T>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const comparable = ({ tickets, ticketIntervals, agentIntervals, gaps }: Facts) => ({
  tickets: sorted(tickets),
  ticketIntervals: sorted(ticketIntervals),
  agentIntervals: joined(agentIntervals),
  gaps: sorted(gaps),
});

/** Without intervals of 0 ms, and with equal ones that touch as one: a batch changes the load in any order. */
function joined(intervals: readonly AgentInterval[]): AgentInterval[] {
  const result: AgentInterval[] = [];
  for (const interval of intervals
    .filter(({ beganAt, endedAt }) => beganAt !== endedAt)
    .toSorted((a, b) => (a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : a.beganAt - b.beganAt))) {
    const last = result.at(-1);
    const { endedAt, ...own } = interval;
    if (
      last &&
      JSON.stringify({ ...last, beganAt: 0, endedAt: 0 }) ===
        JSON.stringify({ ...own, beganAt: 0, endedAt: 0 }) &&
      last.endedAt === own.beganAt
    )
      last.endedAt = endedAt;
    else result.push({ ...own, endedAt });
  }
  return result;
}
