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

/** The other way round: when the queue’s clock shows so many ms, or the end of what is written out of it. */
export const timeOnOpenClock = (queueId: SQLWrapper, openMs: SQLWrapper): SQL<number> =>
  sql`(select min(opens_at + ${openMs} - open_before_ms, closes_at) from queue_hours
    where queue_id = ${queueId} and open_before_ms <= ${openMs} order by open_before_ms desc limit 1)`;
