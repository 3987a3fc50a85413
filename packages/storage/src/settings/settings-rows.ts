import type { Settings } from '@chat-ticket/contract';
import { openPeriods, stagesOf } from '@chat-ticket/domain';

const dayMs = 86_400_000;
/** A ticket that has waited for longer counts as this old to opening hours. */
const pastMs = 8 * dayMs;
const aheadMs = 90 * dayMs;
/** The sweep writes out more opening hours when less than this is left. */
export const hoursLeftMs = 60 * dayMs;

/** The settings as rows of the tables that statements read, each list named as its parameter. */
export const settingsRows = (settings: Settings, now: number) => ({
  statuses: settings.statuses,
  queues: settings.queues.map((queue) => ({
    id: queue.id,
    entityIds: queue.takes?.entityIds,
    languages: queue.takes?.languages,
    ccrs: queue.takes?.ccrs,
    priority: queue.priority,
    pickTimeoutMs: queue.pickTimeoutSeconds * 1000,
    wrapUpMs: queue.wrapUpSeconds && queue.wrapUpSeconds * 1000,
    autoCloseWarnMs: queue.autoClose && queue.autoClose.warnSeconds * 1000,
    autoCloseMs: queue.autoClose && queue.autoClose.closeSeconds * 1000,
    autoCloseText: queue.autoClose?.warningText,
    goalMs: queue.goal.seconds * 1000,
    goalPercent: queue.goal.percent,
    refusesWhenClosed: queue.whenClosed === 'refuse',
  })),
  stages: settings.queues.flatMap((queue) =>
    stagesOf(queue).map(({ afterMs, needs, tier }, stage) => ({
      queueId: queue.id,
      stage,
      afterMs,
      needs,
      tier,
    })),
  ),
  ...hoursRows(settings, now),
});

/** The periods in which each queue is open, from a week ago to months ahead. */
export function hoursRows({ queues }: Settings, now: number) {
  const hours = queues.flatMap(({ id: queueId, hours: openingHours }) => {
    let openBeforeMs = 0;
    return openPeriods(openingHours ?? null, now - pastMs, now + aheadMs).map(({ opensAt, closesAt }) => {
      const row = { queueId, opensAt, closesAt, openBeforeMs };
      openBeforeMs += closesAt - opensAt;
      return row;
    });
  });
  return { hours, hoursUntil: now + aheadMs };
}
