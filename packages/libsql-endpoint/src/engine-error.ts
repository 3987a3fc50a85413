import { SqlError } from './error.ts';

const busy = 5;

interface EngineError extends Error {
  code: string;
  rawCode: number;
}

const isEngineError = (error: unknown): error is EngineError =>
  error instanceof Error && 'rawCode' in error && typeof error.rawCode === 'number';

/** Another connection holds the write lock; waiting may help. A stale snapshot (SQLITE_BUSY_SNAPSHOT) it can't help. */
export const isWaitable = (error: unknown): boolean => isEngineError(error) && error.rawCode === busy;

/** Both kinds of BUSY: SQLite keeps such a statement active until it is reset. */
export const isBusy = (error: unknown): boolean => isEngineError(error) && error.rawCode % 256 === busy;

const syntaxError = /syntax error$|^incomplete input$|^unrecognized token/;

/** As libSQL's server names it: the primary result code, and SQLITE_UNKNOWN where SQLite has nothing finer. */
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
