export type Value = string | number | null;
/** SQL and what it is bound to, in order. */
export type Statement = string | { readonly sql: string; readonly args: readonly Value[] };
/** The rows that a statement answered, each by the index of its columns. */
export type Result = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: number]: unknown }[];
};

/** One workspace’s database. Every trip to it is a batch. */
export type Database = {
  /**
   * Runs the statements in order as one atomic transaction, in one trip. `write` takes the write lock first.
   * Throws `DatabaseUnavailable` when the database did not answer; a write may then have been committed, so
   * it is safe to send again only because every command is idempotent by its change id.
   */
  batch(statements: readonly Statement[], mode: 'read' | 'write'): Promise<Result[]>;
};

/** The database did not answer, or stayed busy. The request can be tried again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
