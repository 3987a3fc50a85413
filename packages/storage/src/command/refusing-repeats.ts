import type { Database } from '../database.ts';
import { failIf, isRefusal } from './refusal.ts';

/** The command was committed before, and its answer was lost. This batch wrote nothing. */
export class CommandRepeated extends Error {
  override readonly name = 'CommandRepeated';
}

const mark = 'command_repeated';

/** Fails if the event log has events of the command. A command without events changed nothing, and can run again. */
export const failIfRepeated = failIf<{ changeId: string }>(
  mark,
  'seq',
  'events where change_id = :changeId limit 1',
);

/** Whether the database refused the batch because its command was committed before. */
export const isRepeated = (error: unknown): boolean =>
  error instanceof CommandRepeated || isRefusal(error, mark);

/**
 * Decorates the database for one command: it refuses a write if the command was committed before.
 *
 * @throws {CommandRepeated} From `batch`, which then writes nothing.
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
