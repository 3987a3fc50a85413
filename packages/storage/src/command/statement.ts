import type { BoundStatement, Result, Value } from '../database.ts';

/** A parameter. A boolean is bound as 0 or 1, a list or an object as JSON text. */
export type Param = Value | boolean | readonly unknown[] | { readonly [name: string]: unknown };

/** The constraint of parameters `P`: each has a type that can be bound. */
export type Bindable<P> = { readonly [Name in keyof P]: Param };

/** SQL with named parameters. `P` is the type of its parameters. */
export type Statement<P> = {
  /** The SQL as it was written, with `:name` for each parameter. */
  readonly text: string;
  readonly bind: (params: P) => BoundStatement;
};

/** A statement whose result is read as a `T`. */
export type Answer<P, T> = Statement<P> & { readonly read: (result: Result) => T };

/** A statement that returns rows. */
export type Select<P, Row> = Answer<P, Row[]>;

/** The first row, or null when there is none. */
export const one = <P, Row>(select: Select<P, Row>): Answer<P, Row | null> => ({
  ...select,
  read: (result) => select.read(result)[0] ?? null,
});

/** The first row of a statement that always returns one. `read` throws if there is none. */
export const only = <P, Row>(select: Select<P, Row>): Answer<P, Row> => ({
  ...select,
  read: (result) => {
    const [row] = select.read(result);
    if (row === undefined)
      throw new Error(`The statement returned no row. Use one() if it may return none: ${select.text}`);
    return row;
  },
});

/**
 * A statement that is written as SQL. A `:name` is a parameter. A `${}` is a fragment of SQL or a constant, never a
 * value from a caller.
 *
 * @example
 * const touch = statement<Params>`update tickets set updated_at = :now where id = :ticketId`;
 */
export const statement = <P extends Bindable<P>>(
  text: TemplateStringsArray,
  ...fragments: readonly (string | number)[]
): Statement<P> =>
  // Not `String.raw(text)`: Bun’s raw strings escape what is not ASCII.
  fromText<P>(String.raw({ raw: text }, ...fragments));

/** A select that is written as SQL. The names of its columns must be the fields of `Row`. */
export const select = <P extends Bindable<P>, Row>(
  text: TemplateStringsArray,
  ...fragments: readonly (string | number)[]
): Select<P, Row> => ({ ...statement<P>(text, ...fragments), read: rowsByColumn<Row> });

const rowsByColumn = <Row>({ columns, rows }: Result): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])) as Row);

// Comments are dropped. A colon in a string does not begin a parameter.
const token = /--[^\n]*|'(?:[^']|'')*'|:([A-Za-z]\w*)/g;

/** The statement of a text in which each parameter is a `:name`. */
export function fromText<P>(text: string): Statement<P> {
  const names: string[] = [];
  const sql = text.replaceAll(token, (match, name?: string) => {
    if (name === undefined) return match.startsWith('--') ? '' : match;
    names.push(name);
    return '?';
  });
  return {
    text,
    bind: (params) => ({
      sql,
      args: names.map((name) => encode(name, (params as Readonly<Record<string, Param>>)[name])),
    }),
  };
}

function encode(name: string, value: Param | undefined): Value {
  if (value === undefined)
    throw new Error(`The parameter :${name} has no value. Pass null for an empty one.`);
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
