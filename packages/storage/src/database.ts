/** A value that a statement binds. */
export type Value = string | number | null;

/** SQL and the values of its `?` parameters, in order. */
export type BoundStatement = string | { readonly sql: string; readonly args: readonly Value[] };

/** What a statement returned. A row has its values by the index of their column. */
export type Result = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: number]: unknown }[];
};

/** The database of one workspace. Every trip to it is a batch. */
export type Database = {
  /**
   * Runs the statements in order as one atomic transaction, in one trip. Returns one result for each. `write` takes
   * the write lock first.
   *
   * @throws {DatabaseUnavailable} The database cannot be used. If it did not answer, a write may have been committed. Send it again with the
   * same change id: `send` does not run a committed command twice.
   */
  batch(statements: readonly BoundStatement[], mode: 'read' | 'write'): Promise<Result[]>;
  /**
   * Checks without a write that the disk has room for more than the next write. Left out: the disk is not the desk’s.
   *
   * @throws {DatabaseUnavailable} The disk is full.
   */
  checkSpace?(): void;
};

/** What is wrong with a database that cannot be used, and what to do. */
export const databaseFaults = {
  busy: 'Another process has the lock of the database. Try again.',
  no_answer: 'The database does not answer. Try again.',
  no_database: 'The server has no such database. Create it, or check DATABASE_URL.',
  schema_outdated: 'The database lacks a table or column of this version. Run `chat-ticket migrate`.',
  access_denied: 'The server of the database refuses the desk. Check DATABASE_AUTH_TOKEN.',
  disk_full: 'The disk of the database is full. Free some space; the desk then writes again.',
  read_only: 'The database is read-only. Let the desk write to its file and folder.',
  disk_error: 'The disk of the database reports an error. Check the disk.',
  damaged: 'The database is damaged. Stop the desk and restore a backup.',
  not_a_database: 'The file is not a database. Check DATA_DIR and DATABASE_URL, or restore a backup.',
  cannot_open: 'The file of the database cannot be opened. Let the desk read and write it and its folder.',
  deleted:
    'A file of the database (.db, -wal or -shm) was deleted or moved. Put it back, or restart the desk; if the database itself is gone, on a backup.',
  replaced: 'Another file took the place of a file of the database (.db, -wal or -shm). Restart the desk.',
} as const;

export type DatabaseFault = keyof typeof databaseFaults;

/** The database cannot be used now. `fault` says why. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly fault: DatabaseFault;

  constructor(fault: DatabaseFault, options?: ErrorOptions) {
    super(databaseFaults[fault], options);
    this.fault = fault;
  }
}

/** The faults by the names of SQLite’s results. A longer name adds details to one of these. */
const faultsByCode: readonly (readonly [string, DatabaseFault])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY_DBMOVED', 'deleted'],
  ['SQLITE_READONLY', 'read_only'],
  // The codes of libSQL servers for a missing or invalid token.
  ['AUTH_', 'access_denied'],
  // A server that takes no writes, because its owner has reached a limit.
  ['BLOCKED', 'read_only'],
  ['SQLITE_IOERR', 'disk_error'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'not_a_database'],
  ['SQLITE_CANTOPEN', 'cannot_open'],
];

/** The fault that the code of an engine’s error means. Undefined: the database works, and the statement is wrong. */
export const faultOf = (code: string): DatabaseFault | undefined =>
  faultsByCode.find(([name]) => code.startsWith(name))?.[1];
