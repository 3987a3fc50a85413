import { type Gap, pastTimeAfterGap } from '../deadline/gap.ts';
import type { FactGap, Facts } from './facts.ts';
import type { LogEntry, LoggedEvent } from './log-entry.ts';
import { AgentWalk } from './walk-agents.ts';
import { TicketWalk } from './walk-tickets.ts';

const isEvent = (entry: LogEntry): entry is LoggedEvent =>
  !['settings', 'placed', 'gap'].includes(entry.type);

/**
 * The facts that follow from what happened: the specification of the triggers that write them.
 * @see packages/storage/src/schema/facts.ts `ticketFacts`, the tables that the triggers fill
 */
export function walkEvents(entries: readonly LogEntry[]): Facts {
  const agents = new AgentWalk();
  const tickets = new TicketWalk((agentId, change, at) => agents.changeLoad(agentId, change, at));
  let gaps: FactGap[] = [];
  for (const entry of entries) {
    if (isEvent(entry)) {
      agents.apply(entry);
      tickets.apply(entry);
    } else if (entry.type === 'settings') {
      agents.setRoutable(entry.routable, entry.at);
      tickets.goals = entry.goals;
    } else if (entry.type === 'placed') {
      tickets.place(entry.ticketId, entry.queueId, entry.at, 'placed');
    } else if (entry.type === 'gap') {
      gaps = gapsAfter(gaps, entry);
      if (entry.now >= entry.servedUntil) continue;
      for (const interval of [...agents.intervals(), ...tickets.intervals()]) cut(interval, entry.now);
      tickets.moveIntakes((time) => pastTimeAfterGap(time, entry));
    }
  }
  return {
    tickets: tickets.facts(),
    ticketIntervals: tickets.intervals(),
    agentIntervals: agents.intervals(),
    gaps,
  };
}

const gapsAfter = (gaps: readonly FactGap[], { servedUntil, now }: Gap): FactGap[] =>
  now > servedUntil
    ? [...gaps, { beganAt: servedUntil, endedAt: now }]
    : gaps
        .filter(({ beganAt }) => beganAt < now)
        .map(({ beganAt, endedAt }) => ({ beganAt, endedAt: Math.min(endedAt, now) }));

/** Ends at the corrected time what seems to last longer, and begins there what seems to begin later. */
function cut(interval: { beganAt: number; endedAt: number | null }, now: number): void {
  interval.beganAt = Math.min(interval.beganAt, now);
  if (interval.endedAt !== null) interval.endedAt = Math.min(interval.endedAt, now);
}
