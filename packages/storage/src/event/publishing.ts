import { isRepeated } from '../command/refusing-repeats.ts';
import type { Database } from '../database.ts';
import { type PublishedEvent, selectEventsOfChange } from '../rows/event-row.ts';

/**
 * The same database for one command. Passes the events that each write has put into the event log to `publish`,
 * without a second trip. A command that was committed before publishes its events again.
 */
export const publishing = (
  db: Database,
  changeId: string,
  publish: (events: PublishedEvent[]) => void,
): Database => {
  const selectEvents = selectEventsOfChange.bind({ changeId });
  // The events of a refused repeat are read in the trip that reads its answer.
  let wasRefused = false;
  return {
    batch: async (statements, mode) => {
      if (mode === 'read' && !wasRefused) return db.batch(statements, mode);
      try {
        const results = await db.batch([...statements, selectEvents], mode);
        wasRefused = false;
        publish(selectEventsOfChange.read(results.at(-1)!));
        return results.slice(0, -1);
      } catch (error) {
        wasRefused ||= isRepeated(error);
        throw error;
      }
    },
  };
};
