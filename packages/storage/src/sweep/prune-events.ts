import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, statement } from '../command/statement.ts';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';

/** How many events one batch deletes. */
const batchSize = 500;
/** How many batches one sweep runs. */
const maxBatches = 20;
/** The time until the next search after one that found less than a batch. */
const pauseMs = 600_000;

// The event log is in time order, so the search ends at the first event that is too young.
const prunable = `(
    select old.seq from events old
    where old.seq < coalesce((
        select seq from events
        where seq > 0 and at >= :now - (select event_retention_ms from settings) order by seq limit 1), 9e15)
      and not exists (
        select 1 from tickets where id = old.ticket_id
          and (status <> 'CLOSED' or closed_at >= :now - (select event_retention_ms from settings)))
    order by old.seq limit ${batchSize})`;

const recordPrune = statement<CommandContext>`
  update settings set
    prune_at = case when (select count(*) from ${prunable}) = ${batchSize} then :now else :now + ${pauseMs} end,
    events_pruned_to = max(events_pruned_to, coalesce((select max(seq) from ${prunable}), 0))`;

const prune = statement<CommandContext>`delete from events where seq in ${prunable}`;

const selectHasMore = select<
  CommandContext,
  { hasMore: 0 | 1 }
>`select prune_at <= :now as "hasMore" from settings`;

/**
 * Deletes a batch of events that are older than the retention of the settings. It keeps the events of tickets that are
 * open or that were closed within the retention.
 */
export const pruneEventBatch = command({
  steps: [recordPrune, prune],
  answer: { settings: only(selectHasMore) },
});

/** Deletes old events in at most 20 batches. `nextContext` returns the context of each batch. */
export async function pruneEvents(db: Database, nextContext: () => CommandContext): Promise<void> {
  for (let batch = 0; batch < maxBatches; batch++) {
    const { settings } = await send(db, pruneEventBatch, nextContext());
    if (!settings.hasMore) return;
  }
}
