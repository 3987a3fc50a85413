import { issueMessage } from '@chat-ticket/contract';
import * as v from 'valibot';

const maxProblems = 20;

/**
 * Parses the text of a JSON file with the schema. Throws an error with one line for each problem, at most 20. Each line
 * names the file and the JSON path.
 */
export function parseJson<Schema extends v.GenericSchema>(
  schema: Schema,
  file: string,
  text: string,
): v.InferOutput<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
  // valibot accepts an array as an object without keys.
  if (Array.isArray(json)) throw new Error(`${file} $: must be an object`);
  const result = v.safeParse(schema, json, { message: issueMessage });
  if (result.success) return result.output;
  throw new Error(
    result.issues
      .slice(0, maxProblems)
      .map((issue) => `${file} ${lineOf(issue)}`)
      .join('\n'),
  );
}

function lineOf(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `$${path?.join('') ?? ''}: ${messageOf(issue)}`;
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.path && issue.received === 'undefined') return 'is required';
  return issue.expected === 'never' ? 'is an unknown field. Remove it or correct its name.' : issue.message;
}
