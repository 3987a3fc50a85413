import { fillPlaceholders, type Query, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Result, Statement as BoundStatement, Value } from './database.ts';

/** What a statement is bound to, by name. */
export type Params = Record<string, Value>;
type Placeholders<P extends Params> = { readonly [Name in keyof P]: SQL<P[Name]> };
type RowOf<Q> = Q extends PromiseLike<(infer Row)[]> ? Row : never;

export type Statement<P extends Params> = (params: P) => BoundStatement;
export type Reader<P extends Params, Row> = Statement<P> & { readonly rows: (result: Result) => Row[] };

/** Builds queries; it has no connection, so nothing can be run through it. */
export const build = drizzle(() => Promise.reject(new Error('statements are sent in batches')));

const dialect = new SQLiteAsyncDialect();
const placeholders = new Proxy({}, { get: (_, name: string) => sql`${sql.placeholder(name)}` });

/**
 * A field that is computed. drizzle takes the table’s name away from a column that stands in a field itself,
 * and inside of a subquery another table’s column of that name would be meant.
 */
export const computed = <T>(value: SQL): SQL<T> => sql<T>`${value}`;

/** A statement of constant text, written out at its first use and bound anew at each. */
export function statement<P extends Params>(write: (p: Placeholders<P>) => SQLWrapper): Statement<P> {
  let query: Query | undefined;
  return (params) => {
    query ??= dialect.sqlToQuery(write(placeholders as Placeholders<P>).getSQL());
    return { sql: query.sql, args: fillPlaceholders(query.params, params) as Value[] };
  };
}

/** A statement that answers rows. `fields` gives them their names, in the order selected. */
export const reader =
  <P extends Params>() =>
  <Fields extends Record<string, unknown>, Q extends SQLWrapper>(
    fields: Fields,
    write: (p: Placeholders<P>, fields: Fields) => Q,
  ): Reader<P, RowOf<Q>> => {
    const names = Object.keys(fields);
    return Object.assign(
      statement<P>((p) => write(p, fields)),
      {
        rows: (result: Result) =>
          result.rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])) as RowOf<Q>),
      },
    );
  };
