import type { Settings } from '@chat-ticket/contract';
import { openPeriods } from '@chat-ticket/domain';

const fortnightMs = 14 * 86_400_000;

/** When each queue would open again after the day, and the settings that keep it and those before it closed. */
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
        const isOver = reopenings.some((other) => other.queue === i && other.at <= at);
        return isOver ? Object.assign({}, one, { hours: { ...one.hours!, weekly: {} } }) : one;
      }),
    },
  }));
}
