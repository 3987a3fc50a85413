import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Whether the queue is open at a time. */
export const queueIsOpen = (queueId: SQLWrapper, at: SQLWrapper): SQL =>
  sql`coalesce((select closes_at > ${at} from queue_hours
    where queue_id = ${queueId} and opens_at <= ${at} order by opens_at desc limit 1), 0)`;

/** When the queue opens next after a time; null when it is not known to. */
export const nextOpening = (queueId: SQLWrapper, at: SQLWrapper): SQL<number | null> =>
  sql`(select opens_at from queue_hours where queue_id = ${queueId} and opens_at > ${at} order by opens_at limit 1)`;

/** A time as the queue’s hours of opening up to then, in ms: a clock that stands still while it is closed. */
export const openClock = (queueId: SQLWrapper, at: SQLWrapper): SQL<number> =>
  sql`coalesce((select open_before_ms + min(${at}, closes_at) - opens_at from queue_hours
    where queue_id = ${queueId} and opens_at <= ${at} order by opens_at desc limit 1), 0)`;

/**
 * The other way round: when the queue’s clock shows so many ms. What is not written out yet is asked for
 * again at its end.
 */
export const timeOnOpenClock = (queueId: SQLWrapper, openMs: SQLWrapper): SQL<number | null> =>
  sql`(select case when clock.ms is not null then coalesce(
      (select opens_at + clock.ms - open_before_ms from queue_hours
        where queue_id = ${queueId} and clock.ms between open_before_ms and open_before_ms + closes_at - opens_at
        order by open_before_ms desc limit 1),
      (select hours_until from settings)) end
    from (select ${openMs} as ms) clock)`;
