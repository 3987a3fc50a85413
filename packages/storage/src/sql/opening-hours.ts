// `queue_hours` has the periods in which each queue is open. The parameters below are SQL expressions, and times are in
// ms since 1970.
// @see packages/domain/src/queue/opening-hours.ts `openPeriods`, which computes the periods from the settings

/** Whether the queue is open at the time `at`. */
export const queueIsOpen = (queueId: string, at: string): string =>
  `coalesce((
    select closes_at > ${at} from queue_hours
    where queue_id = ${queueId} and opens_at <= ${at} order by opens_at desc limit 1), 0)`;

/** When the queue opens next after the time `at`. Null: no later opening is stored. */
export const nextOpening = (queueId: string, at: string): string =>
  `(select opens_at from queue_hours where queue_id = ${queueId} and opens_at > ${at} order by opens_at limit 1)`;

/**
 * The open clock of the queue at the time `at`, in ms: it runs while the queue is open and stops while it is closed.
 */
export const openClock = (queueId: string, at: string): string =>
  `coalesce((
    select open_before_ms + min(${at}, closes_at) - opens_at from queue_hours
    where queue_id = ${queueId} and opens_at <= ${at} order by opens_at desc limit 1), 0)`;

/**
 * When the open clock of the queue reaches `openMs`. Null if `openMs` is null. If the stored hours end before that, the
 * result is their end, and the sweep looks at the ticket again then.
 */
export const timeOnOpenClock = (queueId: string, openMs: string): string =>
  `(select case when clock.ms is not null then coalesce(
      (select opens_at + clock.ms - open_before_ms from queue_hours
       where queue_id = ${queueId} and clock.ms between open_before_ms and open_before_ms + closes_at - opens_at
       order by open_before_ms desc limit 1),
      (select hours_until from settings)) end
    from (select ${openMs} as ms) clock)`;
