import { Role, type RouteName } from '@chat-ticket/contract';
import type { Operation, Schema } from '@chat-ticket/contract/openapi';
import * as fc from 'fast-check';
import { oddJson } from './odd-json.ts';
import { schemaValue } from './schema-value.ts';

/** A path parameter: an id of the caller’s chat or of the `existing`th chat after it, or this text, already encoded. */
export type ParameterText = { existing: number } | { text: string };

/** A request to send to one route. */
export type FuzzRequest = {
  role: Role;
  /** The number of the chat whose agent or customer calls. */
  caller: number;
  params: Readonly<Record<string, ParameterText>>;
  query: readonly (readonly [name: string, text: string])[];
  headers: Readonly<Record<string, string>>;
  /** The text of the body. Null: no body. */
  body: string | null;
};

const oddPathTexts = ['%00', '%ff', '%2f', 'a%20b', '%E0%A4%A', '*', '~', 'x'.repeat(300), '%F0%9F%98%A1'];
const oddQueryTexts = [
  '',
  '-1',
  '1e3',
  '%00',
  '%ff',
  'NaN',
  '9'.repeat(30),
  'null',
  '%F0%9F%98%A1',
  '+',
  'x'.repeat(2_000),
];
const oddHeaderTexts = ['', '*', 'W/"1"', '"', '1', 'é', "' or 1=1", 'x'.repeat(2_000), '"1", "2"'];

/** Mostly the first, sometimes the second. */
const mostly = <T, U>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd });

/** Generates requests to an operation: callers of every role, existing and odd ids, valid and invalid input. */
export function fuzzRequest(
  operation: Operation,
  schemas: Readonly<Record<string, Schema>>,
): fc.Arbitrary<FuzzRequest> {
  const named = (place: 'path' | 'query' | 'header') =>
    operation.parameters.filter((parameter) => parameter.in === place);
  const text = (schema: Schema, odd: readonly string[]) =>
    mostly(
      schemaValue(schema, schemas).map((value) => encodeURIComponent(String(value).toWellFormed())),
      fc.constantFrom(...odd),
    );
  const params = fc.record(
    Object.fromEntries(
      named('path').map(({ name }) => [
        name,
        mostly(
          fc.record({ existing: fc.constantFrom(0, 0, 0, 1, 2) }),
          fc.constantFrom(...oddPathTexts).map((odd) => ({ text: odd })),
        ),
      ]),
    ),
  );
  const unknown = fc.constantFrom<[string, string][]>(
    ['utm_source', 'x'],
    ['Limit', '1'],
    ['__proto__', '1'],
  );
  const known = named('query').map(({ name, schema, required }) =>
    fc.option(
      text(schema, oddQueryTexts).map((value): [string, string] => [name, value]),
      { freq: required ? 9 : 2 },
    ),
  );
  const query = fc
    .tuple(mostly(fc.constant(null), unknown), ...known)
    .map((pairs) => pairs.filter((pair) => pair !== null));
  const headers = fc
    .tuple(
      ...named('header').map(({ name, schema }) =>
        mostly(
          schemaValue(schema, schemas).map((value): [string, string] => [
            name,
            String(value).replaceAll(/[^!-~]/g, 'x'),
          ]),
          fc.constantFrom(...oddHeaderTexts).map((odd): [string, string] => [name, odd]),
        ),
      ),
    )
    .map((pairs) => Object.fromEntries(pairs));
  const schema = operation.requestBody?.content['application/json'].schema;
  return fc.record({
    role: operation['x-roles']
      ? mostly(fc.constantFrom(...operation['x-roles']), fc.constantFrom(...Role.options))
      : fc.constant('service' as const),
    caller: fc.nat(3),
    params,
    query,
    headers: mostly(fc.constant<Record<string, string>>({}), headers),
    body: schema ? oddJson(schemaValue(schema, schemas)) : fc.constant(null),
  });
}

/** The operation of a route, with its path and its place in the document. */
export type FuzzOperation = { name: RouteName; path: string; pointer: string; operation: Operation };
