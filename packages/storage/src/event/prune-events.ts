import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { events } from '../schema.ts';
import { statement } from '../statement.ts';

type Params = { now: number };

const batchSize = 500;
const maxBatches = 20;
const restMs = 600_000;

// Young events are all behind the first of them, so that the log is read no further than that.
const prunable = (p: { now: SQL }) => {
  const since = sql`(${p.now} - (select event_retention_ms from settings))`;
  return sql`(
    select e.seq from ${events} e
    where e.seq < coalesce((select seq from events where seq > 0 and at >= ${since} order by seq limit 1), 9e15)
      and not exists (select 1 from tickets where id = e.ticket_id and (status <> 'CLOSED' or closed_at >= ${since}))
    order by e.seq limit ${sql.raw(String(batchSize))})`;
};

const note = statement<Params>(
  (p) => sql`update settings set
    prune_at = case when (select count(*) from ${prunable(p)}) = ${sql.raw(String(batchSize))} then ${p.now} else ${p.now} + ${sql.raw(String(restMs))} end,
    events_pruned_to = max(events_pruned_to, coalesce((select max(seq) from ${prunable(p)}), 0))`,
);
const prune = statement<Params>((p) => sql`delete from ${events} where seq in ${prunable(p)}`);
const selectMore = statement<Params>((p) => sql`select prune_at <= ${p.now} from settings`);

/** Lets go of events that are older than the settings keep, but for those of tickets open until lately. */
export async function pruneEvents(db: Database, params: Params): Promise<void> {
  for (let batch = 0; batch < maxBatches; batch++) {
    const results = await db.batch([note(params), prune(params), selectMore(params)], 'write');
    if (results.at(-1)!.rows[0]?.[0] !== 1) return;
  }
}
