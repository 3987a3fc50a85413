import type { Database } from '../database.ts';
import type { Command, Query } from './command.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRepeated, refusingRepeats } from './refusing-repeats.ts';

/** `send` to a fixed database. */
export type Send = <Input, Output>(
  operation: Query<Input, Output> | Command<Input & CommandContext, Output>,
  input: Input,
) => Promise<Output>;

/**
 * Sends a command or a query to the database of a workspace, in one trip, and returns its output. A command that was
 * committed before does not run again: a second trip reads its answers.
 *
 * @throws {DatabaseUnavailable} The database did not answer. Make the same call again, with the same change id.
 *
 * @example
 * const { agent, ticket } = await send(db, setPickedTime, { ...context, ref: 'ann', self: 'ann', ticketId });
 */
export async function send<Input, Output>(
  db: Database,
  operation: Query<Input, Output> | Command<Input & CommandContext, Output>,
  input: Input,
): Promise<Output> {
  if (operation.mode === 'read') {
    const { answers } = operation.bind(input);
    return operation.read(await db.batch(answers, 'read'), input);
  }
  const change = input as Input & CommandContext;
  const { steps, answers } = operation.bind(change);
  try {
    const results = await refusingRepeats(db, change.changeId).batch([...steps, ...answers], 'write');
    return operation.read(results.slice(steps.length), change);
  } catch (error) {
    if (!(error instanceof CommandRepeated)) throw error;
    return operation.read(await db.batch(answers, 'read'), change);
  }
}

/** Returns `send` for one database. */
export const sendTo =
  (db: Database): Send =>
  (operation, input) =>
    send(db, operation, input);
