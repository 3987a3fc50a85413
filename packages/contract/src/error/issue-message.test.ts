import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import * as contract from '../index.ts';
import { issueMessage } from './issue-message.ts';

const messageFor = (schema: v.GenericSchema, value: unknown): string | undefined =>
  v.safeParse(schema, value, { message: issueMessage }).issues?.[0].message;

describe('the message for a value', () => {
  it.each<[string, v.GenericSchema, unknown, string]>([
    ['of another type', v.string(), 7, 'must be a string'],
    ['that is a list instead of an object', v.strictObject({}), 7, 'must be an object'],
    [
      'that is no member of a variant',
      v.variant('kind', [v.object({ kind: v.literal('a') })]),
      7,
      'must be an object',
    ],
    ['that is no whole number', v.pipe(v.number(), v.integer()), 1.5, 'must be a whole number'],
    ['that is too small', v.pipe(v.number(), v.minValue(2)), 1, 'must be at least 2, and is 1'],
    ['that is too large', v.pipe(v.number(), v.maxValue(100)), 300, 'must be at most 100, and is 300'],
    ['that is not above a bound', v.pipe(v.number(), v.gtValue(0)), 0, 'must be more than 0, and is 0'],
    ['that is empty', v.pipe(v.string(), v.minLength(1)), '', 'must not be empty'],
    ['that is too short', v.pipe(v.array(v.unknown()), v.minLength(2)), [1], 'must have at least 2 items'],
    [
      'that is too long',
      v.pipe(v.string(), v.maxLength(1)),
      'abc',
      'must have at most 1 character, and has 3',
    ],
    [
      'with too many items',
      v.pipe(v.array(v.unknown()), v.maxLength(2)),
      [1, 2, 3],
      'must have at most 2 items, and has 3',
    ],
    ['with too many bytes', v.pipe(v.string(), v.maxBytes(2)), 'abc', 'must have at most 2 bytes'],
    ['of a list of values', v.picklist(['a', 'b', 'c']), 'd', 'must be "a", "b" or "c"'],
    ['that is one value', v.literal(true), 1, 'must be true'],
    ['that is no date', v.pipe(v.string(), v.isoDate()), 'x', 'must be a date such as 2026-11-26'],
  ])('%s says what the value must be', (_, schema, value, message) => {
    expect(messageFor(schema, value)).toBe(message);
  });

  it('has a rule for every check of a schema of this package', () => {
    const without = new Set<string>();
    const seen = new Set<unknown>();
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      const { kind, message } = value as { kind?: unknown; message?: unknown };
      // A `rawCheck` gives each issue its message.
      if ((value as { type?: unknown }).type === 'raw_check') return;
      const issue = { ...value, input: [], received: '' };
      if (kind === 'validation' && message === undefined && issueMessage(issue as never) === 'is not valid')
        without.add(path);
      for (const [key, member] of Object.entries(value)) visit(member, `${path}.${key}`);
    };
    for (const [name, value] of Object.entries(contract)) visit(value, name);
    expect([...without]).toEqual([]);
  });

  it('is the schema’s own message if it has one', () => {
    expect(messageFor(v.pipe(v.string(), v.regex(/^a/, 'must start with a')), 'b')).toBe('must start with a');
  });
});
