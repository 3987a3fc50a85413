import { isRepeated } from '../command/refusing-repeats.ts';
import type { BoundStatement, Database, Result } from '../database.ts';
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
  const publishFrom = (result: Result) => publish(selectEventsOfChange.read(result));
  const write = async (statements: readonly BoundStatement[]): Promise<Result[]> => {
    try {
      const results = await db.batch([...statements, selectEvents], 'write');
      publishFrom(results.at(-1)!);
      return results.slice(0, -1);
    } catch (error) {
      if (isRepeated(error)) publishFrom((await db.batch([selectEvents], 'read'))[0]!);
      throw error;
    }
  };
  return { batch: (statements, mode) => (mode === 'write' ? write(statements) : db.batch(statements, mode)) };
};
