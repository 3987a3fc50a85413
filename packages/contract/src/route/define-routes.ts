import type { ErrorCode } from '../error/error.ts';
import { bodyErrors, type authErrors, type commonErrors, type limitErrors } from './route-errors.ts';
import type { Route } from './route.ts';

type BodyError = (typeof bodyErrors)[number];

/** The errors that follow from the other columns of a row, or that every route can return. */
type DerivedError =
  | 'parameter_invalid'
  | 'header_invalid'
  | BodyError
  | (typeof authErrors)[number]
  | (typeof limitErrors)[number]
  | (typeof commonErrors)[number];

type Optional = 'params' | 'query' | 'headers' | 'body' | 'maxBodyBytes' | 'errors';

/** A route as the table writes it. A column that is left out gets its default. */
export type RouteRow = Omit<Route, Optional> & {
  /** @default {} */
  readonly params?: Route['params'];
  /** @default {} */
  readonly query?: Route['query'];
  /** @default {} */
  readonly headers?: Route['headers'];
  /** @default null */
  readonly body?: NonNullable<Route['body']>;
  /** @default 65536 */
  readonly maxBodyBytes?: number;
  /**
   * The errors that do not follow from the other columns. `parameter_invalid` follows from `access`, `params` and `query`,
   * `header_invalid` and more from `headers`, and `bodyErrors` from `body`.
   * @default []
   */
  readonly errors?: readonly Exclude<ErrorCode, DerivedError>[];
};

type Column<Row, Name extends Optional, Default> = Row extends { readonly [_ in Name]: infer Value }
  ? Value
  : Default;
type ErrorsIn<Row> = Row extends { readonly errors: readonly (infer Code)[] } ? Code : never;

// A route with a token refuses query parameters that it does not have.
type ParameterError<Row> = Row extends { readonly access: 'public' }
  ? [keyof (Column<Row, 'params', {}> & Column<Row, 'query', {}>)] extends [never]
    ? never
    : 'parameter_invalid'
  : 'parameter_invalid';
type HeaderError<Headers> = [keyof Headers] extends [never]
  ? never
  : 'header_invalid' | ErrorsIn<Headers[keyof Headers]>;

type RowErrors<Row> =
  | ErrorsIn<Row>
  | ParameterError<Row>
  | HeaderError<Column<Row, 'headers', {}>>
  | (Row extends { readonly body: object } ? BodyError : never);

/** A row with its defaults and with the errors that follow from its columns. */
export type DefinedRoute<Row extends RouteRow> = Omit<Row, Optional> & {
  /** The path parameters. */
  readonly params: Column<Row, 'params', {}>;
  /** The query parameters. */
  readonly query: Column<Row, 'query', {}>;
  /** The request headers. */
  readonly headers: Column<Row, 'headers', {}>;
  /** The schema of the request body, or `null`. */
  readonly body: Column<Row, 'body', null>;
  /** The maximum size of the request body, in bytes. */
  readonly maxBodyBytes: number;
  /** The errors of the route: those of the row, and those that follow from its columns. */
  readonly errors: readonly RowErrors<Row>[];
};

/** The maximum size of a request body, in bytes, unless its row says otherwise: 64 KiB. */
const defaultMaxBodyBytes = 64 * 1024;

function defineRoute({
  access,
  params = {},
  query = {},
  headers = {},
  body,
  maxBodyBytes = defaultMaxBodyBytes,
  errors = [],
  ...row
}: RouteRow): Route {
  const hasParameters = access !== 'public' || Object.keys({ ...params, ...query }).length > 0;
  const headerErrors = Object.values(headers).flatMap((header) => header.errors ?? []);
  const derived: ErrorCode[] = [
    ...(hasParameters ? (['parameter_invalid'] as const) : []),
    ...(Object.keys(headers).length > 0 ? (['header_invalid', ...headerErrors] as const) : []),
    ...(body ? bodyErrors : []),
  ];
  return {
    ...row,
    access,
    params,
    query,
    headers,
    body: body ?? null,
    maxBodyBytes,
    errors: [...new Set([...derived, ...errors])],
  };
}

/** Completes the rows of a route table. The result has the exact type of each row. */
export const defineRoutes = <const Rows extends Readonly<Record<string, RouteRow>>>(rows: Rows) =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, defineRoute(row)])) as unknown as {
    readonly [Name in keyof Rows]: DefinedRoute<Rows[Name]>;
  };
