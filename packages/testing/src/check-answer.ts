import {
  authErrors,
  commonErrors,
  ErrorDocument,
  errors,
  errorTitles,
  type ErrorCode,
  type ErrorObject,
  type Route,
} from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect } from 'vitest';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as it came, not as a schema reads it. */
  readonly json: unknown;
  readonly error: ErrorObject | null;
};

/** Stack frames, source files, SQL and the names of what the desk is made of. */
const inside =
  /\bat .+:\d+:\d+|\.[cm]?[jt]s\b|node_modules|file:|sqlite|libsql|drizzle|valibot|no such (table|column)|SELECT .+ FROM|INSERT INTO|UPDATE .+ SET|DELETE FROM|PRAGMA/;

const anywhere: readonly ErrorCode[] = ['route_not_found', 'method_not_allowed', ...commonErrors];

/** The errors that the contract lets this route answer; `null` stands for a path that is no route. */
export const allowedErrors = (route: Route | null): readonly ErrorCode[] =>
  route === null
    ? [...anywhere, ...authErrors]
    : [...anywhere, ...route.errors, ...(route.access === 'public' ? [] : authErrors)];

const checkError = (route: Route | null, status: number, headers: Headers, json: unknown): ErrorObject => {
  const { errors: problems } = v.parse(ErrorDocument, json);
  for (const problem of problems) {
    expect(allowedErrors(route), 'an error code of this route').toContain(problem.code);
    expect(problem).toMatchObject({
      status: String(status),
      title: v.parse(v.string(), Reflect.get(errorTitles, status)),
      id: headers.get('X-Request-Id'),
    });
    expect(errors[problem.code].status, `the status of ${problem.code}`).toBe(status);
  }
  const [first] = problems;
  return first as ErrorObject;
};

/** Holds an answer against the contract, undeclared fields included. Fails the test that asked. */
export const checkAnswer = async (route: Route | null, response: Response): Promise<Answer> => {
  const { status, headers } = response;
  const text = await response.text();
  const answer = { status, headers, text, json: null, error: null };
  const expectHeader = (name: string, pattern: RegExp) =>
    expect(headers.get(name) ?? '', `the header ${name} of ${status} ${text}`).toMatch(pattern);
  expectHeader('X-Request-Id', /\S/);

  const schema = route?.responses[status];
  if (schema === null) {
    expect(text, `the body of a ${status}`).toBe('');
    return answer;
  }
  expectHeader('Content-Type', /^application\/json(; ?charset=utf-8)?$/i);
  const json: unknown = JSON.parse(text);
  if (schema !== undefined) {
    v.parse(schema, json);
    return { ...answer, json };
  }
  expect(text).not.toMatch(inside);
  if (status === 401) expectHeader('WWW-Authenticate', /^Bearer\b/);
  if (status === 405) expectHeader('Allow', /[A-Z]/);
  return { ...answer, json, error: checkError(route, status, headers, json) };
};
