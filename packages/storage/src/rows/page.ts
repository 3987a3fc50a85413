import { type AnyColumn, type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** A page ends after the row that reaches this many bytes, so that a few large rows do not fill the memory. */
export const maxPageBytes = 1_048_576;

/** What the short columns of a row count, in bytes. */
const shortColumnsBytes = 256;

/** How many rows a page can have at most. */
export const maxPageRows = maxPageBytes / shortColumnsBytes;

/** The bytes of the rows of a page before this one, from the columns that can be large. Null in the first row. */
export const bytesBefore = (order: SQL, large: readonly SQLWrapper[]): SQL<number | null> => {
  const sizes = large.map((column) => sql`coalesce(length(cast(${column} as blob)), 0)`);
  const size = sql.join([sql.raw(String(shortColumnsBytes)), ...sizes], sql` + `);
  return sql`sum(${size}) over (order by ${order} rows between unbounded preceding and 1 preceding)`;
};

/** Whether a row is in the page: the rows before it are smaller than the maximum. */
export const isInPage = (before: SQL | SQL.Aliased, maxBytes = maxPageBytes): SQL =>
  sql`coalesce(${before}, 0) < ${sql.raw(String(maxBytes))}`;

/** The columns of a row, as a subquery that selects them has them. */
export const columnsOf = <Columns extends Readonly<Record<string, AnyColumn>>>(
  columns: Columns,
  subquery: object,
): Columns =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, (subquery as Columns)[name]])) as Columns;
