import { SqlError } from './error.ts';

const busy = 5;

interface EngineError extends Error {
  code: string;
  rawCode: number;
}

const isEngineError = (error: unknown): error is EngineError =>
  error instanceof Error && 'rawCode' in error && typeof error.rawCode === 'number';

/** Whether another connection holds the write lock. A wait does not help against a stale snapshot (SQLITE_BUSY_SNAPSHOT). */
export const isWaitable = (error: unknown): boolean => isEngineError(error) && error.rawCode === busy;

/** Whether the error is SQLITE_BUSY or SQLITE_BUSY_SNAPSHOT. After both, the statement stays active until it is reset. */
export const isBusy = (error: unknown): boolean => isEngineError(error) && error.rawCode % 256 === busy;

const syntaxError = /syntax error$|^incomplete input$|^unrecognized token/;

/**
 * An error of the engine with the code of libSQL's server: SQLite's primary result code, or SQLITE_UNKNOWN for
 * SQLITE_ERROR. Returns any other error unchanged.
 */
export function toSqlError(error: unknown): unknown {
  if (!isEngineError(error)) return error;
  if (syntaxError.test(error.message)) {
    return new SqlError('SQL_PARSE_ERROR', `SQL string could not be parsed: ${error.message}`, {
      cause: error,
    });
  }
  return new SqlError(primaryCode(error), `SQLite error: ${error.message}`, { cause: error });
}

function primaryCode({ code }: EngineError): string {
  return code === 'SQLITE_ERROR' ? 'SQLITE_UNKNOWN' : code.split('_', 2).join('_');
}
