import type { Facts } from '../fact/facts.ts';
import { servedMs } from './served-ms.ts';

/** How long agents had a status, in ms, without gaps. */
export type StatusTime = {
  status: string;
  ms: number;
  /** How much of it they had tickets, unless they were offline. */
  busyMs: number;
  /** How much of it they were routable and had no ticket. */
  freeMs: number;
};

/** The time of agents in each status, by the name of the status. */
export type AgentFigures = { statuses: { status: string; ms: number }[]; busyMs: number; freeMs: number };

/** The figures that follow from the times in each status. */
export function agentFigures(times: readonly StatusTime[]): AgentFigures {
  const byStatus = new Map<string, number>();
  for (const { status, ms } of times) byStatus.set(status, (byStatus.get(status) ?? 0) + ms);
  return {
    statuses: [...byStatus]
      .filter(([, ms]) => ms > 0)
      .map(([status, ms]) => ({ status, ms }))
      .toSorted((a, b) => (a.status < b.status ? -1 : 1)),
    busyMs: times.reduce((sum, { busyMs }) => sum + busyMs, 0),
    freeMs: times.reduce((sum, { freeMs }) => sum + freeMs, 0),
  };
}

/** The share of its working time in which an agent had tickets, in percent. Null: it did not work. */
export const occupancyPercent = ({ busyMs, freeMs }: AgentFigures): number | null =>
  busyMs + freeMs === 0 ? null : Math.round((busyMs / (busyMs + freeMs)) * 1000) / 10;

/**
 * The times of the agents from `from` until `until`. An interval that has not ended lasts until `now`.
 * @see packages/storage/src/report/get-agent-report.ts `getAgentReport`, the same rule in SQL
 */
export const statusTimes = (
  { agentIntervals, gaps }: Facts,
  { from, until, now }: { from: number; until: number; now: number },
): (StatusTime & { agentId: string })[] =>
  agentIntervals.flatMap(({ agentId, status, isRoutable, hasTickets, beganAt, endedAt }) => {
    const [began, ended] = [Math.max(beganAt, from), Math.min(endedAt ?? now, until)];
    if (began >= ended) return [];
    const ms = servedMs(began, ended, gaps);
    if (ms === 0) return [];
    const busyMs = hasTickets && status !== 'offline' ? ms : 0;
    return { agentId, status, ms, busyMs, freeMs: isRoutable && !hasTickets ? ms : 0 };
  });
