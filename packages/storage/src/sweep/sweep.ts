import { send } from '../command/send.ts';
import type { Database } from '../database.ts';
import { publishing } from '../event/publishing.ts';
import type { PublishedEvent } from '../rows/event-row.ts';
import { getDue } from './get-due.ts';
import { indexMessages } from './index-messages.ts';
import { extendHours } from './extend-hours.ts';
import { moveMoreDeadlines } from './move-deadlines.ts';
import { placeTickets } from './place-tickets.ts';
import { pruneEvents } from './prune-events.ts';
import { sweepBatch } from './sweep-batch.ts';

/** How many batches one sweep runs. It returns `now` as the next time if more is due. */
const maxBatches = 100;

/** When to sweep, and where change ids come from. */
export type Sweep = {
  /** Milliseconds since 1970. */
  now: number;
  /** Returns a new change id for each batch. */
  newId: () => string;
};

/**
 * Does everything that is due: offers that were not picked, leases and wrap-ups that have ended, idle chats, widen
 * steps, declines, old events, tickets that new settings must place, messages that are not indexed, and every assignment that is possible. It works in bounded batches. Running it twice or
 * late is harmless, because each step clears the deadline that it acts on.
 *
 * @returns The events that it wrote, and when to run it again, in ms since 1970. Null: no deadline exists.
 */
export async function sweep(
  db: Database,
  { now, newId }: Sweep,
): Promise<{ nextDueAt: number | null; events: PublishedEvent[] }> {
  const events: PublishedEvent[] = [];
  const nextContext = () => ({ changeId: newId(), now, actorRole: 'system', actorId: 'sweep' });
  for (let batch = 0; ; batch++) {
    const { isDue, nextDueAt, isMoving, hoursAreDue, placementIsDue, indexIsDue, pruneIsDue } = await send(
      db,
      getDue,
      {
        now,
      },
    );
    if (isMoving && batch < maxBatches) {
      await send(db, moveMoreDeadlines, nextContext());
      continue;
    }
    if (hoursAreDue && batch < maxBatches) {
      await extendHours(db, nextContext);
      // The new hours can open a queue now, or later.
      continue;
    }
    // The rules apply the present settings, so they act when these have placed all tickets.
    if (placementIsDue && batch < maxBatches) {
      await send(db, placeTickets, nextContext());
      continue;
    }
    if (pruneIsDue) await pruneEvents(db, nextContext);
    if (!isDue || batch === maxBatches) {
      const isIndexing = indexIsDue && (await indexMessages(db, nextContext));
      return { nextDueAt: isDue || isIndexing ? now : nextDueAt, events };
    }
    const context = nextContext();
    const published = publishing(db, context.changeId, (written) => events.push(...written));
    await send(published, sweepBatch, context);
  }
}
