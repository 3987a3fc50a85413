import type { QueueSetting } from '@chat-ticket/contract';
import {
  type OpenPeriod,
  openPeriods,
  type RoutingFields,
  skillsNeeded,
  type Stage,
  stagesOf,
} from '@chat-ticket/domain';

/** A queue in one run. */
export type QueueState = {
  readonly index: number;
  readonly setting: QueueSetting;
  readonly stages: readonly Stage[];
  readonly periods: readonly OpenPeriod[];
  isOpen: boolean;
};

export function queueStatesOf(queues: readonly QueueSetting[], from: number, until: number): QueueState[] {
  return queues.map((setting, index) => {
    const periods = openPeriods(setting.hours ?? null, from, until);
    const isOpen = periods.some(({ opensAt, closesAt }) => opensAt <= from && from < closesAt);
    return { index, setting, stages: stagesOf(setting), periods, isOpen };
  });
}

/** What a queue asks at each of its stages for a ticket with these fields. */
export const needsOf = ({ stages }: QueueState, fields: RoutingFields) =>
  stages.map(({ needs, tier }) => ({ needs: skillsNeeded(needs, fields), tierFrom: 1, tierTo: tier }));

/** When the periods have held `openMs` since `from`; Infinity: they are too short. */
export function afterOpenTime(periods: readonly OpenPeriod[], from: number, openMs: number): number {
  let leftMs = openMs;
  for (const { opensAt, closesAt } of periods) {
    const start = Math.max(opensAt, from);
    if (closesAt - start >= leftMs) return start + leftMs;
    leftMs -= Math.max(0, closesAt - start);
  }
  return Infinity;
}
