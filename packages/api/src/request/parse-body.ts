import type { Route } from '@chat-ticket/contract';
import * as v from 'valibot';
import { ApiError, type ErrorOccurrence } from '../error/api-error.ts';
import { parsing } from './parsing.ts';
import { toPointer } from './read-json.ts';

/** The number of values up to which a body gets all its issues. A larger one gets the first. */
const maxValuesOfAllIssues = 2_000;

/**
 * The body as its schema outputs it. Throws `body_invalid` with an occurrence for each issue, `maxOccurrences`
 * at most, each with a pointer into the body. A body of many values gets its first issue only.
 */
export function parseBody<Schema extends NonNullable<Route['body']>>(
  schema: Schema,
  body: unknown,
  maxOccurrences = 10,
): v.InferOutput<Schema> {
  // Collecting the issues of many values would hold other requests.
  const abortEarly = maxOccurrences < Infinity && hasMoreValuesThan(maxValuesOfAllIssues, body);
  const result = v.safeParse(schema, body, { ...parsing, abortEarly });
  if (result.success) {
    checkArrays(body, result.output, []);
    return result.output;
  }
  throw new ApiError('body_invalid', result.issues.slice(0, maxOccurrences).map(toOccurrence));
}

/** Whether a JSON value contains more than `max` values, itself included. */
function hasMoreValuesThan(max: number, json: unknown): boolean {
  let left = max;
  const count = (value: unknown): boolean => {
    left -= 1;
    if (left < 0) return true;
    return typeof value === 'object' && value !== null && Object.values(value).some(count);
  };
  return count(json);
}

/** Whether a JSON value is an object with this member. */
export const hasMember = <Name extends string>(json: unknown, name: Name): json is { [_ in Name]: unknown } =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, name);

/** A body, and its version if it was sent as the desk returns it: `{version, settings}`. */
export type SentBody = { readonly body: unknown; readonly sentVersion: number | null };

/** The body of a request to the route. A route that `acceptsItsResponse` also takes what it returned. */
export function parseSent(route: Route, json: unknown): SentBody {
  const { acceptsItsResponse: member, responses } = route;
  if (route.body === null) return { body: null, sentVersion: null };
  if (member === undefined || !hasMember(json, member))
    return { body: parseBody(route.body, json), sentVersion: null };
  const document = parseBody(responses[200]!, json) as { [name: string]: unknown; version: number };
  return { body: document[member], sentVersion: document.version };
}

function toOccurrence(issue: v.BaseIssue<unknown>): ErrorOccurrence {
  const path = issue.path?.map(({ key }) => String(key)) ?? [];
  // A pointer must exist in the body, so a missing member is shown by its parent.
  if (issue.received === 'undefined' && path.length > 0)
    return {
      detail: `\`${path.join('.')}\` is required.`,
      source: { pointer: toPointer(path.slice(0, -1)) },
    };
  const source = { pointer: toPointer(path) };
  if (issue.expected === 'never')
    return { detail: `\`${path.join('.')}\` is not a known field. Remove it.`, source };
  return { detail: `${subjectOf(path)} ${issue.message}.`, source };
}

const subjectOf = (path: readonly string[]) => (path.length === 0 ? 'The body' : `\`${path.join('.')}\``);

/** Refuses an array in place of an object: valibot would accept it and drop its items. */
function checkArrays(input: unknown, output: unknown, path: readonly string[]): void {
  if (Array.isArray(input) && !Array.isArray(output))
    throw new ApiError('body_invalid', {
      detail: `${subjectOf(path)} must be an object.`,
      source: { pointer: toPointer(path) },
    });
  if (typeof input !== 'object' || input === null || input === output) return;
  for (const [key, value] of Object.entries(input))
    checkArrays(value, (output as Record<string, unknown>)[key], [...path, key]);
}
