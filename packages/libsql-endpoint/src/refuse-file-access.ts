import { SqlError } from './error.ts';
import type { SqlStatement } from './sql.ts';

/**
 * What the engine has that reads or writes files, loads code, or runs SQL that is not in the statement. The engine has
 * no switch for these. SQLite has no escapes in names, so a statement cannot use one without containing its name.
 */
const refusedNames =
  /readfile|writefile|fsdir|load_extension|fts3_tokenizer|sha3_query|sqlite_dbpage|writable_schema|(?:temp|data)_store_directory/i;

/** Throws SQLITE_AUTH if the statement could reach a file other than the database. */
export function refuseFileAccess({ sql, verb }: SqlStatement): void {
  const name =
    verb === 'attach' ? 'ATTACH' : isVacuumInto(sql, verb) ? 'VACUUM INTO' : refusedNames.exec(sql)?.[0];
  if (name === undefined) return;
  throw new SqlError(
    'SQLITE_AUTH',
    `The endpoint serves one database file and refuses ${name}. Leave it out; send a text that contains it as an argument.`,
  );
}

const isVacuumInto = (sql: string, verb: string) => verb === 'vacuum' && /\binto\b/i.test(sql);
