import type { Settings } from '@chat-ticket/contract';
import { openPeriods } from '@chat-ticket/domain';

const fortnightMs = 14 * 86_400_000;

/**
 * When each queue would open again after the day, with the settings that keep this queue and the ones before it closed. A
 * day ends at `endsAt` (ms since 1970), so no queue opens later.
 */
export function reopeningsOf(settings: Settings, endsAt: number) {
  const reopenings = settings.queues.flatMap(({ hours }, queue) => {
    if (!hours) return [];
    const next = openPeriods(hours, endsAt, endsAt + fortnightMs).find(({ opensAt }) => opensAt >= endsAt);
    return next ? [{ at: next.opensAt, queue }] : [];
  });
  return reopenings.map(({ at, queue }) => ({
    at,
    queue,
    closed: {
      ...settings,
      queues: settings.queues.map((one, i) => {
        const staysClosed = reopenings.some((other) => other.queue === i && other.at <= at);
        return staysClosed ? Object.assign({}, one, { hours: { ...one.hours!, weekly: {} } }) : one;
      }),
    },
  }));
}
