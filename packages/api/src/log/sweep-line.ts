import type { PublishedEvent } from '@chat-ticket/storage';
import type { LogLine } from '../ports.ts';

/** How many ids of a kind one line has at most. */
const maxIds = 50;

/** The log line of a sweep: how many events of each type it caused, and for which tickets, rooms and agents. Undefined: none. */
export function sweepLine(workspace: string, events: readonly PublishedEvent[]): LogLine | undefined {
  if (events.length === 0) return undefined;
  const counts: Record<string, number> = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return {
    level: 'info',
    message: 'sweep',
    requestId: 'sweep',
    workspace,
    events: counts,
    ticketIds: idsOf(events.map(({ ticketId }) => ticketId)),
    roomIds: idsOf(events.map(({ roomId }) => roomId)),
    agentIds: idsOf(events.map(({ agentId }) => agentId)),
  };
}

const idsOf = (ids: (string | null)[]): string[] =>
  [...new Set(ids)].filter((id) => id !== null).slice(0, maxIds);
