import type * as v from 'valibot';

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_tuple: 'a list',
  tuple: 'a list',
  object: 'an object',
  strict_object: 'an object',
  loose_object: 'an object',
  record: 'an object',
  integer: 'a whole number',
  finite: 'a number',
  iso_date: 'a date such as 2026-11-26',
  url: 'a URL',
};

/**
 * Says what a value must be, as the desk’s errors do: `must be a string`, `must be at most 100, and is 300`. A form can check
 * its fields with the schemas of this package and this function. A schema’s own message comes first.
 *
 * @example
 * import { Identifier, issueMessage } from '@chat-ticket/contract';
 * import * as v from 'valibot';
 *
 * const { issues } = v.safeParse(Identifier, '', { message: issueMessage });
 * console.log(issues?.[0].message); // must not be empty
 */
export function issueMessage(issue: v.BaseIssue<unknown>): string {
  const { type, input, expected } = issue;
  const bound = 'requirement' in issue ? (issue.requirement as number) : 0;
  const typeName = typeNames[expected === 'Object' ? 'object' : type];
  if (typeName !== undefined) return `must be ${typeName}`;
  switch (type) {
    case 'min_value':
      return `must be at least ${bound}, and is ${String(input)}`;
    case 'max_value':
      return `must be at most ${bound}, and is ${String(input)}`;
    case 'gt_value':
      return `must be more than ${bound}, and is ${String(input)}`;
    case 'min_length':
      return bound === 1 ? 'must not be empty' : `must have at least ${bound} ${unitOf(input, bound)}`;
    case 'max_length':
      return `must have at most ${bound} ${unitOf(input, bound)}, and has ${(input as string).length}`;
    case 'max_bytes':
      return `must have at most ${bound} bytes`;
    case 'literal':
    case 'picklist':
    case 'variant':
    case 'union':
      return `must be ${alternatives(expected ?? '')}`;
    default:
      return 'is not valid';
  }
}

const unitOf = (input: unknown, count: number): string => {
  const unit = typeof input === 'string' ? 'character' : 'item';
  return count === 1 ? unit : `${unit}s`;
};

/** `("a" | "b" | "c")` as words. */
const alternatives = (expected: string): string =>
  expected
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll(' | ', ', ')
    .replace(/, ([^,]*)$/, ' or $1');
