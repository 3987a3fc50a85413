import {
  authErrors,
  commonErrors,
  limitErrors,
  ErrorDocument,
  errors,
  errorTitles,
  type ErrorCode,
  type ErrorObject,
  type Route,
} from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect } from 'vitest';

export type CheckedResponse = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as it was received, not as a schema parses it. */
  readonly json: unknown;
  readonly error: ErrorObject | null;
};

/** Matches what an error must not reveal: stack frames, source files, SQL and the names of libraries. */
const internals =
  /\bat .+:\d+:\d+|\.[cm]?[jt]s\b|node_modules|file:|sqlite|libsql|drizzle|valibot|no such (table|column)|SELECT .+ FROM|INSERT INTO|UPDATE .+ SET|DELETE FROM|PRAGMA/;

/** Matches a detail that does not say what the value must be. */
const withoutReason = /\bInvalid \w+: |\bis not valid\.$/;

const errorsOfAnyPath: readonly ErrorCode[] = ['route_not_found', 'method_not_allowed', ...commonErrors];

/** Returns the errors that the contract allows the route, or a path without a route (`null`). */
export const allowedErrors = (route: Route | null): readonly ErrorCode[] =>
  route === null
    ? [...errorsOfAnyPath, ...authErrors, ...limitErrors]
    : [
        ...errorsOfAnyPath,
        ...route.errors,
        ...(route.access === 'public' ? [] : [...authErrors, ...limitErrors]),
      ];

const checkError = (route: Route | null, status: number, headers: Headers, json: unknown): ErrorObject => {
  const { errors: problems } = v.parse(ErrorDocument, json);
  for (const problem of problems) {
    expect(allowedErrors(route), 'an error code of this route').toContain(problem.code);
    expect(problem).toMatchObject({
      status: String(status),
      title: v.parse(v.string(), Reflect.get(errorTitles, status)),
      id: headers.get('X-Request-Id'),
    });
    expect(problem.detail).not.toMatch(withoutReason);
    expect(errors[problem.code].status, `the status of ${problem.code}`).toBe(status);
  }
  if (status === 429 || status === 503) expect(headers.get('Retry-After')).toMatch(/^[1-9]\d*$/);
  const [first] = problems;
  return first as ErrorObject;
};

/**
 * Checks a response against the contract: status, headers, and a body with exactly the declared fields. Fails
 * the test that sent the request when the two differ.
 */
export const checkResponse = async (route: Route | null, response: Response): Promise<CheckedResponse> => {
  const { status, headers } = response;
  const text = await response.text();
  const checked = { status, headers, text, json: null, error: null };
  const expectHeader = (name: string, pattern: RegExp) =>
    expect(headers.get(name) ?? '', `the header ${name} of ${status} ${text}`).toMatch(pattern);
  expectHeader('X-Request-Id', /\S/);
  expectHeader('Cache-Control', /^no-store$/);
  expectHeader('X-Content-Type-Options', /^nosniff$/);

  const schema = route?.responses[status];
  if (schema === null) {
    expect(text, `the body of a ${status}`).toBe('');
    return checked;
  }
  expectHeader('Content-Type', /^application\/json(; ?charset=utf-8)?$/i);
  const json: unknown = JSON.parse(text);
  if (schema !== undefined) {
    v.parse(schema, json);
    return { ...checked, json };
  }
  expect(text).not.toMatch(internals);
  if (status === 401) expectHeader('WWW-Authenticate', /^Bearer\b/);
  if (status === 405) expectHeader('Allow', /[A-Z]/);
  return { ...checked, json, error: checkError(route, status, headers, json) };
};
