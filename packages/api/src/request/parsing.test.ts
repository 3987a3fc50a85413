import { type Route, routes, TokenClaims } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { parseBody } from './parse-body.ts';
import { parseJson } from './read-json.ts';
import { parsing } from './parsing.ts';

type Node = v.GenericSchema & {
  readonly type: string;
  readonly pipe?: readonly { readonly kind: string; readonly type: string }[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly wrapped?: Node;
  readonly key?: Node;
  readonly value?: Node;
  readonly options?: readonly unknown[];
};

/** The schema and every schema in it. */
function schemasIn(schema: Node): Node[] {
  const options = (schema.options ?? []).filter((option): option is Node => typeof option === 'object');
  const { entries = {}, items = [], pipe = [], item, wrapped, key, value } = schema;
  const later = pipe.slice(1).filter((step): step is Node => step.kind === 'schema');
  const parts = [...Object.values(entries), ...items, ...options, ...later, item, wrapped, key, value];
  return [schema, ...parts.flatMap((part) => (part ? schemasIn(part) : []))];
}

/** The steps of a pipe, and of the pipe that it begins with. */
const stepsOf = ({ pipe: [first, ...steps] = [] }: Node): readonly { readonly type: string }[] =>
  first === undefined ? [] : [...stepsOf(first as Node), ...steps];

const receivedBy = ({ params, query, headers, body }: Route) => [
  ...Object.values(params),
  ...Object.values(query),
  ...Object.values(headers).map(({ schema }) => schema),
  ...(body ? [body] : []),
];
/** The schemas of all that a caller sends. */
const received = new Set(
  [...Object.values<Route>(routes).flatMap(receivedBy), TokenClaims].flatMap((schema) =>
    schemasIn(schema as Node),
  ),
);

const units = [
  'a',
  ' ',
  '\t',
  '0',
  '-',
  ' -',
  '- ',
  '.',
  '/',
  ';',
  '; ',
  '  ;',
  '"',
  '\\"',
  ',',
  ':',
  '@',
  'a.',
  'a-',
  '{',
  'é',
  '\u2028',
];
/** Texts that make an expression with two ways to read them slow, about `length` long. */
const hostileTexts = (length: number) =>
  units.flatMap((unit) =>
    ['', 'a/b', 'ccr: a', 'a@', '"'].flatMap((start) =>
      ['!', 'b'].map((end) => start + unit.repeat(length / unit.length) + end),
    ),
  );

const millisecondsOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const texts = [...received].filter(({ type }) => type === 'string');

describe('a text that a caller sends', () => {
  it('is found in the routes', () => {
    expect(texts.length).toBeGreaterThan(40);
  });

  it('takes a time to check that grows no faster than its length', () => {
    const timesOf = (length: number) => {
      const hostile = hostileTexts(length);
      return texts.map((schema) =>
        millisecondsOf(() => {
          for (const text of hostile) v.safeParse(schema, text, parsing);
        }),
      );
    };
    timesOf(600);
    const [short, long, again] = [timesOf(600), timesOf(24_000), timesOf(24_000)];
    const floor = short.toSorted((a, b) => a - b)[texts.length >> 1]!;
    const growth = texts.map((_, i) => Math.min(long[i]!, again[i]!) / Math.max(floor, short[i]!));
    // 40 times as long. A quadratic check takes up to 1,600 times as long.
    expect(Math.max(...growth)).toBeLessThan(200);
  }, 60_000);

  it('takes a short time also if it is short enough to be read whole', () => {
    const media =
      'a/b;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  ;  !';
    for (const schema of texts) expect(v.safeParse(schema, media, parsing)).toBeDefined();
  }, 5_000);
});

it('limits the length of every list that a caller sends', () => {
  const unlimited = [...received]
    .filter(({ type }) => type === 'array')
    .filter((schema) => !stepsOf(schema).some(({ type }) => type === 'max_length'));
  expect(unlimited.map((schema) => JSON.stringify(schema).slice(0, 200))).toEqual([]);
});

const timeOfNumbers = (zeros: number) =>
  millisecondsOf(() => {
    for (const text of [`{"seq":1.${'0'.repeat(zeros)}1}`, `{"seq":0.${'0'.repeat(zeros)}1}`])
      expect(() => parseJson(text)).toThrow('body_invalid');
  });

it('reads a number with many zeros in a time that grows with its length', () => {
  timeOfNumbers(2_000);
  expect(timeOfNumbers(80_000) / timeOfNumbers(2_000)).toBeLessThan(400);
}, 30_000);

describe('a body that is not valid', () => {
  const schema = v.strictObject({ items: v.array(v.strictObject({ id: v.string() })) });
  const issuesOf = (items: readonly unknown[]) => {
    try {
      parseBody(schema, { items });
    } catch (error) {
      return (error as { occurrences: unknown[] }).occurrences.length;
    }
    return 0;
  };

  it('gets up to ten issues, and one if it is large', () => {
    const lengths = [1, 50, 5_000];
    expect(lengths.map((length) => issuesOf(Array.from({ length }, () => ({}))))).toEqual([1, 10, 1]);
  });
});
