import { fromText, type Statement } from './statement.ts';

/**
 * A statement that fails, and with it the whole batch, when `which` finds a row. SQL can raise an error of its
 * own only in a trigger, but a JSON path that is not valid raises one anywhere, and the error quotes the path.
 * `column` keeps SQLite from evaluating the path before it has found a row.
 */
export const failIf = <P>(mark: string, column: string, which: string): Statement<P> =>
  fromText(`select json_extract('{}', '${mark} ' || ${column}) from ${which}`);

/** Whether the error is that of `failIf` with the same mark. */
export const isRefusal = (error: unknown, mark: string): boolean =>
  error instanceof Error && error.message.includes(`'${mark} `);
