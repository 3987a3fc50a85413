import { reasonKey, type Settings } from '@chat-ticket/contract';
import { openPeriods, stagesOf } from '@chat-ticket/domain';
import type { OpenPeriodRow } from '../steps/refill-queue-hours.ts';

const dayMs = 86_400_000;
/** Opening hours are stored from this long ago. The open time of an older ticket counts from there. */
const pastMs = 8 * dayMs;
/** The sweep stores opening hours until this far ahead, and new settings until less far, because it must be quick. */
const aheadMs = 90 * dayMs;
const firstAheadMs = 14 * dayMs;
/** The sweep stores more opening hours when less than this is left, in ms. */
export const hoursLeftMs = 60 * dayMs;

/** The rows of the tables that statements read, made from the settings. Each list has the name of its parameter. */
export const settingsRows = (settings: Settings, now: number) => ({
  statuses: settings.statuses,
  queues: settings.queues.map((queue) => ({
    id: queue.id,
    entityIds: queue.takes?.entityIds,
    languages: queue.takes?.languages,
    ccrs: queue.takes?.ccrs?.map(reasonKey),
    fields: queue.takes?.fields,
    priority: queue.priority,
    pickTimeoutMs: queue.pickTimeoutSeconds * 1000,
    wrapUpMs: queue.wrapUpSeconds && queue.wrapUpSeconds * 1000,
    autoCloseWarnMs: queue.autoClose && queue.autoClose.warnSeconds * 1000,
    autoCloseMs: queue.autoClose && queue.autoClose.closeSeconds * 1000,
    autoCloseText: queue.autoClose?.warningText,
    goalMs: queue.goal.seconds * 1000,
    goalPercent: queue.goal.percent,
    refusesWhenClosed: queue.whenClosed === 'refuse',
    requiresClosingCode: queue.requiresClosingCode,
  })),
  closingCodes: settings.closingCodes,
  stages: settings.queues.flatMap((queue) =>
    stagesOf(queue).map(({ afterMs, needs, tier }, stage) => ({
      queueId: queue.id,
      stage,
      afterMs,
      needs,
      tier,
    })),
  ),
  hours: settings.queues.flatMap((queue) => hoursOf(queue, now, now + firstAheadMs)),
  hoursUntil: now + firstAheadMs,
});

/** When the opening hours that the sweep stores at `now` end, in ms since 1970. */
export const hoursEnd = (now: number): number => now + aheadMs;

/** The rows of `queue_hours` for a queue, from 8 days before `now` until `until`, in ms since 1970. */
export function hoursOf(
  { id: queueId, hours }: Settings['queues'][number],
  now: number,
  until: number,
): OpenPeriodRow[] {
  let openBeforeMs = 0;
  return openPeriods(hours ?? null, now - pastMs, until).map(({ opensAt, closesAt }) => {
    const row = { queueId, opensAt, closesAt, openBeforeMs };
    openBeforeMs += closesAt - opensAt;
    return row;
  });
}
