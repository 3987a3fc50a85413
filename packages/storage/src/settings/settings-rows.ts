import type { Settings } from '@chat-ticket/contract';
import { openPeriods, stagesOf } from '@chat-ticket/domain';

const day = 86_400_000;
/** Tickets that have waited for longer than this are as old as this to opening hours. */
const pastMs = 8 * day;
const aheadMs = 90 * day;
/** When less than this is left of what is written out, the sweep writes more. */
export const hoursLeftMs = 60 * day;

const json = (list: readonly string[] | undefined) => list && JSON.stringify(list);

/** The settings as statements need them: rows for the tables beside the document, as JSON. */
export function settingsRows(settings: Settings, now: number) {
  return {
    statuses: JSON.stringify(settings.statuses),
    queues: JSON.stringify(
      settings.queues.map((queue) => ({
        id: queue.id,
        entityIds: json(queue.takes?.entityIds),
        languages: json(queue.takes?.languages),
        ccrs: json(queue.takes?.ccrs),
        priority: queue.priority,
        pickTimeoutMs: queue.pickTimeoutSeconds * 1000,
        wrapUpMs: queue.wrapUpSeconds && queue.wrapUpSeconds * 1000,
        autoCloseWarnMs: queue.autoClose && queue.autoClose.warnSeconds * 1000,
        autoCloseMs: queue.autoClose && queue.autoClose.closeSeconds * 1000,
        autoCloseText: queue.autoClose?.warningText,
        goalMs: queue.goal.seconds * 1000,
        goalPercent: queue.goal.percent,
        refusesWhenClosed: queue.whenClosed === 'refuse' ? 1 : 0,
      })),
    ),
    stages: JSON.stringify(
      settings.queues.flatMap((queue) =>
        stagesOf(queue).map(({ afterMs, needs, tier }, stage) => ({
          queueId: queue.id,
          stage,
          afterMs,
          needs: JSON.stringify(needs),
          tier,
        })),
      ),
    ),
    ...hoursRows(settings, now),
  };
}

/** The periods in which each queue is open, from a week ago to months ahead. */
export function hoursRows({ queues }: Settings, now: number) {
  const periods = queues.flatMap(({ id: queueId, hours }) => {
    let openBeforeMs = 0;
    return openPeriods(hours ?? null, now - pastMs, now + aheadMs).map(({ opensAt, closesAt }) => {
      const row = { queueId, opensAt, closesAt, openBeforeMs };
      openBeforeMs += closesAt - opensAt;
      return row;
    });
  });
  return { hours: JSON.stringify(periods), hoursUntil: now + aheadMs };
}
