import type { Database } from '../database.ts';
import type { Operation } from './command.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRepeated, refusingRepeats } from './refusing-repeats.ts';

/** `send` to a fixed database. */
export type Send = <Input, Output>(
  operation: Operation<Input, Output>,
  input: NoInfer<Input>,
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
  operation: Operation<Input, Output>,
  input: NoInfer<Input>,
): Promise<Output> {
  const { steps, answers } = operation.bind(input);
  if (operation.mode === 'read') return operation.read(await db.batch(answers, 'read'), input);
  // The input of a command extends the command context.
  const { changeId } = input as Input & CommandContext;
  try {
    const results = await refusingRepeats(db, changeId).batch([...steps, ...answers], 'write');
    return operation.read(results.slice(steps.length), input);
  } catch (error) {
    if (!(error instanceof CommandRepeated)) throw error;
    return operation.read(await db.batch(answers, 'read'), input);
  }
}

/** Returns `send` for one database. */
export const sendTo =
  (db: Database): Send =>
  (operation, input) =>
    send(db, operation, input);
