import { pruneDelayMs } from '../sql/prune-delay.ts';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, statement } from '../command/statement.ts';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';

/** How many events one batch looks at. It deletes those that are old enough. */
const batchSize = 500;
/** How many batches one sweep runs. */
const maxBatches = 20;

// Events of open tickets stay, so a batch that began at the first event would read all of them again.
const startBatch = statement<CommandContext>`update settings set pruned_after = prune_next_after`;

const examined = `(
    select seq, at, ticket_id from events
    where seq > (select pruned_after from settings) order by seq limit ${batchSize})`;

const oldest = `(:now - (select event_retention_ms from settings))`;

// The event log is in time order, so the search ends at the first event that is too young.
const prunable = `(
    select old.seq from ${examined} old
    where old.seq < coalesce((select min(seq) from ${examined} where at >= ${oldest}), 9e15)
      and not exists (
        select 1 from tickets where id = old.ticket_id and (status <> 'CLOSED' or closed_at >= ${oldest})))`;

const recordPrune = statement<CommandContext>`
  update settings set
    prune_next_after = (
      select case when count(*) = ${batchSize} and max(at) < ${oldest} then max(seq) else 0 end from ${examined}),
    events_pruned_to = max(events_pruned_to, coalesce((select max(seq) from ${prunable}), 0))`;

const prune = statement<CommandContext>`delete from events where seq in ${prunable}`;

const endBatch = statement<CommandContext>`
  update settings set prune_at = case prune_next_after when 0 then :now + ${pruneDelayMs} else :now end`;

const selectHasMore = select<
  CommandContext,
  { hasMore: 0 | 1 }
>`select prune_at <= :now as "hasMore" from settings`;

/**
 * Looks at the next events of the log and deletes those that are older than the retention of the settings. It keeps the
 * events of tickets that are open or that were closed within the retention.
 */
export const pruneEventBatch = command({
  steps: [startBatch, recordPrune, prune, endBatch],
  answer: { settings: only(selectHasMore) },
});

/** Deletes old events in at most 20 batches. `nextContext` returns the context of each batch. */
export async function pruneEvents(db: Database, nextContext: () => CommandContext): Promise<void> {
  for (let batch = 0; batch < maxBatches; batch++) {
    const { settings } = await send(db, pruneEventBatch, nextContext());
    if (!settings.hasMore) return;
  }
}
