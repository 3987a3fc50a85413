import type { QueueSetting } from '@chat-ticket/contract';
import {
  type OpenPeriod,
  openPeriods,
  type RoutingFields,
  skillsNeeded,
  type Stage,
  stagesOf,
} from '@chat-ticket/domain';

/** A queue during a run. */
export type QueueState = {
  readonly index: number;
  readonly setting: QueueSetting;
  readonly stages: readonly Stage[];
  readonly periods: readonly OpenPeriod[];
  isOpen: boolean;
};

/** What a ticket requires of its agent at one stage. */
export type Requirements = {
  readonly needs: readonly string[];
  readonly tierFrom: number;
  readonly tierTo: number;
};

/** The queues at the start of the day. `from` and `until` in ms since 1970. */
export function queueStatesOf(queues: readonly QueueSetting[], from: number, until: number): QueueState[] {
  return queues.map((setting, index) => {
    const periods = openPeriods(setting.hours ?? null, from, until);
    const isOpen = periods.some(({ opensAt, closesAt }) => opensAt <= from && from < closesAt);
    return { index, setting, stages: stagesOf(setting), periods, isOpen };
  });
}

/** What the queue requires of the agent for a ticket with these fields, at each of its stages. */
export const requirementsOf = ({ stages }: QueueState, fields: RoutingFields): Requirements[] =>
  stages.map(({ needs, tier }) => ({ needs: skillsNeeded(needs, fields), tierFrom: 1, tierTo: tier }));

/**
 * When the queue has been open for `openMs` since `from`. Infinity: it closes for the rest of the day before that.
 *
 * @see `timeOnOpenClock` in packages/storage/src/sql/opening-hours.ts: the same in SQL
 */
export function openTimeReachedAt(periods: readonly OpenPeriod[], from: number, openMs: number): number {
  let leftMs = openMs;
  for (const { opensAt, closesAt } of periods) {
    const start = Math.max(opensAt, from);
    if (closesAt - start >= leftMs) return start + leftMs;
    leftMs -= Math.max(0, closesAt - start);
  }
  return Infinity;
}
