import type { Database } from '../database.ts';
import { type PublishedEvent, selectEventsOf } from './event-row.ts';

/**
 * The same database for one change: what each of its writes has put into the log is handed over, without a
 * second trip. None where a write changed nothing; a write sent again hands the same events over again.
 */
export const publishing = (
  db: Database,
  changeId: string,
  publish: (events: PublishedEvent[]) => void,
): Database => ({
  batch: async (statements, mode) => {
    if (mode === 'read') return db.batch(statements, mode);
    const results = await db.batch([...statements, selectEventsOf({ changeId })], mode);
    publish(selectEventsOf.rows(results.at(-1)!));
    return results.slice(0, -1);
  },
});
