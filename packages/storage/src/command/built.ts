import { Column, is, type Query, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Result } from '../database.ts';
import { fromText, type Select, type Statement } from './statement.ts';

/** The parameters of a statement, as drizzle takes them. */
export type Placeholders<P> = { readonly [Name in keyof P]: SQL<P[Name]> };

type Selecting = SQLWrapper & PromiseLike<unknown[]>;
type RowOf<Q> = Q extends PromiseLike<(infer Row)[]> ? Row : never;

/** Builds ordinary statements. It has no connection, so nothing can be run through it. */
export const build = drizzle(() => Promise.reject(new Error('statements are sent in batches')));

const dialect = new SQLiteAsyncDialect();
const placeholders = new Proxy({}, { get: (_, name: string) => sql`${sql.placeholder(name)}` });

/** An ordinary select of columns, written with drizzle. */
export function built<P, Q extends Selecting>(write: (p: Placeholders<P>) => Q): Select<P, RowOf<Q>> {
  const query = write(placeholders as Placeholders<P>);
  const fields = Object.entries(fieldsOf(query));
  return {
    ...fromQuery<P>(dialect.sqlToQuery(query.getSQL())),
    read: ({ rows }: Result) =>
      rows.map(
        (row) =>
          Object.fromEntries(fields.map(([name, field], i) => [name, decode(field, row[i])])) as RowOf<Q>,
      ),
  };
}

const fieldsOf = (query: Selecting) =>
  (query as unknown as { _: { selectedFields: Record<string, Column | SQL> } })._.selectedFields;

const decode = (field: Column | SQL, value: unknown): unknown =>
  is(field, Column) && value !== null ? field.mapFromDriverValue(value) : value;

/** Gives the parameters that drizzle numbers their names back, and writes its constants out. */
function fromQuery<P>({ sql: text, params }: Query): Statement<P> {
  let i = 0;
  return fromText<P>(
    text.replaceAll(/'(?:[^']|'')*'|\?/g, (match) => (match === '?' ? written(params[i++]) : match)),
  );
}

function written(param: unknown): string {
  if (typeof param === 'object' && param !== null && 'name' in param) return `:${String(param.name)}`;
  if (typeof param === 'number') return String(param);
  return `'${String(param).replaceAll("'", "''")}'`;
}
