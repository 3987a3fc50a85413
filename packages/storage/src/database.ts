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
   * @throws {DatabaseUnavailable} The database did not answer. A write may have been committed. Send it again with the
   * same change id: `send` does not run a committed command twice.
   */
  batch(statements: readonly BoundStatement[], mode: 'read' | 'write'): Promise<Result[]>;
};

/** The database did not answer, or stayed busy. Try again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
