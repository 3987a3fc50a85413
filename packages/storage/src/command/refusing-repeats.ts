import type { Database } from '../database.ts';
import { failIf, isRefusal } from './refusal.ts';

/** The command has been committed before, when its answer was lost. Nothing was written this time. */
export class CommandRepeated extends Error {
  override readonly name = 'CommandRepeated';
}

const mark = 'command_repeated';

/** A committed command that changed something has left events. One that changed nothing can run again. */
export const failIfRepeated = failIf<{ changeId: string }>(
  mark,
  'seq',
  'events where change_id = :changeId limit 1',
);

export const isRepeated = (error: unknown): boolean =>
  error instanceof CommandRepeated || isRefusal(error, mark);

/**
 * The same database for one command. A write that was committed before is refused as a whole.
 *
 * @throws {CommandRepeated} From `batch`.
 */
export const refusingRepeats = (db: Database, changeId: string): Database => ({
  batch: async (statements, mode) => {
    if (mode === 'read') return db.batch(statements, mode);
    try {
      return (await db.batch([failIfRepeated.bind({ changeId }), ...statements], mode)).slice(1);
    } catch (error) {
      throw isRepeated(error) ? new CommandRepeated() : error;
    }
  },
});
