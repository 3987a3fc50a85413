import { fromText, type Statement } from './statement.ts';

/**
 * A statement that fails its batch if `from` has a row. `mark` identifies the error, and `column` is a column of the
 * row.
 *
 * SQLite has a function that raises an error, but only for triggers. An invalid JSON path raises an error everywhere,
 * and its message contains the path. The path includes a column, because SQLite evaluates a constant path even without
 * a row.
 */
export const failIf = <P>(mark: string, column: string, from: string): Statement<P> =>
  fromText(`select json_extract('{}', '${mark} ' || ${column}) from ${from}`);

/** Whether `failIf` with this mark raised the error. */
export const isRefusal = (error: unknown, mark: string): error is Error =>
  error instanceof Error && error.message.includes(`'${mark} `);

/** The value of the column in the row because of which `failIf` raised the error. */
export const refusedValue = (error: Error, mark: string): string =>
  new RegExp(`'${mark} ([^']*)'`).exec(error.message)?.[1] ?? '';
