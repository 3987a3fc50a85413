import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, statement } from '../command/statement.ts';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';

const batchSize = 500;
const maxBatches = 20;
const pauseMs = 600_000;

// The first young event ends the search: all after it are young too.
const prunable = `(
    select old.seq from events old
    where old.seq < coalesce((
        select seq from events
        where seq > 0 and at >= :now - (select event_retention_ms from settings) order by seq limit 1), 9e15)
      and not exists (
        select 1 from tickets where id = old.ticket_id
          and (status <> 'CLOSED' or closed_at >= :now - (select event_retention_ms from settings)))
    order by old.seq limit ${batchSize})`;

const notePruned = statement<CommandContext>`
  update settings set
    prune_at = case when (select count(*) from ${prunable}) = ${batchSize} then :now else :now + ${pauseMs} end,
    events_pruned_to = max(events_pruned_to, coalesce((select max(seq) from ${prunable}), 0))`;

const prune = statement<CommandContext>`delete from events where seq in ${prunable}`;

const selectHasMore = select<
  CommandContext,
  { hasMore: 0 | 1 }
>`select prune_at <= :now as "hasMore" from settings`;

/** Deletes a batch of events that are older than the settings keep, but for those of recently open tickets. */
export const pruneEventBatch = command({
  steps: [notePruned, prune],
  answer: { settings: only(selectHasMore) },
});

/** Deletes old events in bounded batches. `nextContext` gives each batch its context. */
export async function pruneEvents(db: Database, nextContext: () => CommandContext): Promise<void> {
  for (let batch = 0; batch < maxBatches; batch++) {
    const { settings } = await send(db, pruneEventBatch, nextContext());
    if (!settings.hasMore) return;
  }
}
