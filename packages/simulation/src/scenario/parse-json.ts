import * as v from 'valibot';

const maxProblems = 20;

/** What the schema makes of the text. Throws a line for each problem, which names the file and the JSON path. */
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
  // valibot would take an array for an object without keys.
  if (Array.isArray(json)) throw new Error(`${file} $: must be an object`);
  const result = v.safeParse(schema, json);
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
  return issue.expected === 'never' ? 'is not known here' : issue.message;
}
