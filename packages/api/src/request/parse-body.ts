import type { Route } from '@chat-ticket/contract';
import * as v from 'valibot';
import { ApiError, type ErrorOccurrence } from '../error/api-error.ts';
import { issueSentence } from './issue-sentence.ts';
import { toPointer } from './read-json.ts';

/**
 * The body as its schema outputs it. Throws `body_invalid` with an occurrence for each issue, `maxOccurrences`
 * at most, each with a pointer into the body.
 */
export function parseBody<Schema extends NonNullable<Route['body']>>(
  schema: Schema,
  body: unknown,
  maxOccurrences = 10,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) {
    checkArrays(body, result.output, []);
    return result.output;
  }
  throw new ApiError('body_invalid', result.issues.slice(0, maxOccurrences).map(toOccurrence));
}

function toOccurrence(issue: v.BaseIssue<unknown>): ErrorOccurrence {
  const path = issue.path?.map(({ key }) => String(key)) ?? [];
  // A pointer must exist in the body, so a missing member is shown by its parent.
  if (issue.received === 'undefined' && path.length > 0)
    return { detail: `\`${path.at(-1)}\` is required.`, source: { pointer: toPointer(path.slice(0, -1)) } };
  const source = { pointer: toPointer(path) };
  if (issue.expected === 'never')
    return { detail: `\`${path.at(-1)}\` is not a known field. Remove it.`, source };
  return { detail: issueSentence(subjectOf(path), issue), source };
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
