export type Value = string | number | null;

/** SQL and the values of its `?` parameters, in order. */
export type BoundStatement = string | { readonly sql: string; readonly args: readonly Value[] };

/** The rows that a statement returned, each by the index of its columns. */
export type Result = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: number]: unknown }[];
};

/** One workspace’s database. Every trip to it is a batch. */
export type Database = {
  /**
   * Runs the statements in order as one atomic transaction, in one trip. `write` takes the write lock first.
   *
   * @throws {DatabaseUnavailable} The database did not answer. A write may have been committed. It is safe to
   * send it again, because a command that was committed is refused the second time (see `send`).
   */
  batch(statements: readonly BoundStatement[], mode: 'read' | 'write'): Promise<Result[]>;
};

/** The database did not answer, or stayed busy. The caller can try again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
