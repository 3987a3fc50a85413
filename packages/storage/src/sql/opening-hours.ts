// `queueId`, `at` and `openMs` are SQL expressions. Times are milliseconds since 1970.

/** Whether the queue is open at a time. */
export const queueIsOpen = (queueId: string, at: string): string =>
  `coalesce((
    select closes_at > ${at} from queue_hours
    where queue_id = ${queueId} and opens_at <= ${at} order by opens_at desc limit 1), 0)`;

/** When the queue opens next after a time; null when no opening is written out. */
export const nextOpening = (queueId: string, at: string): string =>
  `(select opens_at from queue_hours where queue_id = ${queueId} and opens_at > ${at} order by opens_at limit 1)`;

/** How long the queue has been open up to a time, in ms: a clock that stops while the queue is closed. */
export const openClock = (queueId: string, at: string): string =>
  `coalesce((
    select open_before_ms + min(${at}, closes_at) - opens_at from queue_hours
    where queue_id = ${queueId} and opens_at <= ${at} order by opens_at desc limit 1), 0)`;

/**
 * When the queue’s open clock shows `openMs`, or null when that is null. Where the hours are not written out
 * that far, the time at which they end: the ticket is looked at again then.
 */
export const timeOnOpenClock = (queueId: string, openMs: string): string =>
  `(select case when clock.ms is not null then coalesce(
      (select opens_at + clock.ms - open_before_ms from queue_hours
       where queue_id = ${queueId} and clock.ms between open_before_ms and open_before_ms + closes_at - opens_at
       order by open_before_ms desc limit 1),
      (select hours_until from settings)) end
    from (select ${openMs} as ms) clock)`;
