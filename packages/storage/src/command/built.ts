import { Column, is, type Query, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Result } from '../database.ts';
import { type Bindable, fromText, type Select, type Statement } from './statement.ts';

/** The parameters of a statement, as expressions for drizzle. */
export type Placeholders<P> = { readonly [Name in keyof P]: SQL<P[Name]> };

type Selecting = SQLWrapper & PromiseLike<unknown[]>;
type RowOf<Q> = Q extends PromiseLike<(infer Row)[]> ? Row : never;

/** The query builder of drizzle. It has no connection, because `send` sends what it builds. */
export const build = drizzle(() =>
  Promise.reject(
    new Error('A query of the builder has no connection. Pass it to built(), and send a command or query.'),
  ),
);

const dialect = new SQLiteAsyncDialect();
const placeholders = new Proxy({}, { get: (_, name: string) => sql`${sql.placeholder(name)}` });

/**
 * A select that is written with drizzle. Its rows have the fields of the select, each decoded as the schema declares
 * its column.
 *
 * @example
 * const selectRoomAgent = built((p: Placeholders<{ roomId: string }>) =>
 *   build.select({ agentId: tickets.agentId }).from(tickets).where(eq(tickets.roomId, p.roomId)),
 * );
 */
export function built<P extends Bindable<P>, Q extends Selecting>(
  write: (p: Placeholders<P>) => Q,
): Select<P, RowOf<Q>> {
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

/** Replaces each `?` of drizzle by the name of its parameter, or by the constant. */
function fromQuery<P>({ sql: text, params }: Query): Statement<P> {
  let i = 0;
  return fromText<P>(
    text.replaceAll(/'(?:[^']|'')*'|\?/g, (match) => (match === '?' ? literalOf(params[i++]) : match)),
  );
}

function literalOf(param: unknown): string {
  if (typeof param === 'object' && param !== null && 'name' in param) return `:${String(param.name)}`;
  if (typeof param === 'number') return String(param);
  return `'${String(param).replaceAll("'", "''")}'`;
}
