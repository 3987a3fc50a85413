import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../error/api-error.ts';
import { placeText, placeTime, readCursor, writeCursor } from './cursor.ts';

const place = v.strictTuple([placeTime, placeText]);
const refusalOf = (cursor: string) => {
  try {
    return readCursor(place, cursor);
  } catch (error) {
    return error;
  }
};

describe('a cursor', () => {
  it.each([
    [1572499999123, 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'],
    [0, ''],
    [-1, 'สมชาย "ใจดี" \\ 🎧'],
    [Number.MAX_SAFE_INTEGER, 'ÿÿÿ>>>???'],
  ] as const)('returns the place %j that it was made of, in characters that a URL takes', (at, id) => {
    const cursor = writeCursor([at, id]);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(place, cursor)).toEqual([at, id]);
  });

  it('has at most 512 characters for the longest place of a list', () => {
    expect(writeCursor(['🎧'.repeat(32), 'a'.repeat(128)]).length).toBeLessThanOrEqual(512);
    expect(writeCursor(['"'.repeat(32), '"'.repeat(128)]).length).toBeLessThanOrEqual(512);
  });

  it('is null without one', () => {
    expect(readCursor(place, null)).toBeNull();
  });

  it.each([
    'x',
    'abc',
    'W10',
    '-_-_',
    writeCursor([]),
    writeCursor(['1', 'a']),
    writeCursor([1, 'a', 'b']),
    writeCursor([1.5, 'a']),
    writeCursor([2 ** 53, 'a']),
    writeCursor([1, 'a\0b']),
    writeCursor([1, '\ud800']),
    writeCursor([1, 'a'.repeat(257)]),
    writeCursor([1, 'a']).slice(0, -1),
    btoa('{"0":1,"1":"a"}'),
    btoa('[1,"\xff"]'),
  ])('is refused if it is %s', (cursor) => {
    expect(refusalOf(cursor)).toBeInstanceOf(ApiError);
    expect(refusalOf(cursor)).toMatchObject({
      code: 'parameter_invalid',
      occurrences: [{ source: { parameter: 'cursor' } }],
    });
  });
});
