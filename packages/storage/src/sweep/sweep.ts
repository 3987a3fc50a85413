import { send } from '../command/send.ts';
import type { Database } from '../database.ts';
import { publishing } from '../event/publishing.ts';
import type { PublishedEvent } from '../rows/event-row.ts';
import { getDue } from './due.ts';
import { extendHours } from './extend-hours.ts';
import { pruneEvents } from './prune-events.ts';
import { sweepBatch } from './sweep-batch.ts';

const maxBatches = 100;

export type Sweep = {
  /** Milliseconds since 1970. */
  now: number;
  newId: () => string;
};

/**
 * Does what is due: offers that were not picked, agents whose lease has ended, wrap-ups that are over, idle
 * chats, widen steps, declines, old events, and any assignment that can be made. Works in bounded batches.
 * Running it twice or late is harmless, because each step clears the deadline that it acts on.
 *
 * @returns The events that it wrote, and when to run next, in ms since 1970; null when nothing is scheduled.
 */
export async function sweep(
  db: Database,
  { now, newId }: Sweep,
): Promise<{ nextDueAt: number | null; events: PublishedEvent[] }> {
  const events: PublishedEvent[] = [];
  const nextContext = () => ({ changeId: newId(), now, actorRole: 'system', actorId: 'sweep' });
  for (let batch = 0; ; batch++) {
    const { isDue, nextDueAt, hoursAreDue, pruneIsDue } = await send(db, getDue, { now });
    if (hoursAreDue) await extendHours(db, nextContext());
    if (pruneIsDue) await pruneEvents(db, nextContext);
    if (!isDue || batch === maxBatches) return { nextDueAt: isDue ? now : nextDueAt, events };
    const context = nextContext();
    const published = publishing(db, context.changeId, (written) => events.push(...written));
    await send(published, sweepBatch, context);
  }
}
