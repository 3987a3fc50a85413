import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLostJson } from './lost-json.ts';

const lostIn = (text: string) => [...findLostJson(text)];

const kept = ['0', '-0', '0.0', '1e2', '1.50', '0.1', '123456789012345', '9007199254740992', '1e23'];
const alsoKept = [
  '5e-324',
  '1.7976931348623157e308',
  '0.30000000000000004',
  '100000000000000000000',
  '0e999',
];
const changed = [
  '1234567890123456789',
  '9007199254740993',
  '1e400',
  '-1e309',
  '1e-400',
  '0.1000000000000000055',
];

describe('findLostJson', () => {
  it.each([...kept, ...alsoKept])('keeps the number %s', (number) => {
    expect(lostIn(`[${number}]`)).toEqual([]);
  });

  it.each([...changed, '12345678901234567890.0', '123456789.0123456789'])('finds the number %s', (number) => {
    expect(lostIn(`{"a":[true,{"b c":${number}}]}`)).toEqual([{ kind: 'number', path: ['a', '1', 'b c'] }]);
  });

  it('reads no number and no member inside a string', () => {
    expect(lostIn(String.raw`{"a":"1e400, \"a\":1","1e400":"{\\"}`)).toEqual([]);
  });

  it.each([
    [String.raw`{"a":1,"\u0061":2}`, ['a']],
    ['{"x":[{"a":{}},{"b":1,"a":[],"b":2}]}', ['x', '1', 'b']],
  ])('finds the member that a later one replaces: %s', (text, path) => {
    expect(lostIn(text)).toEqual([{ kind: 'member', path }]);
  });

  it('finds each place', () => {
    const paths = lostIn('[1e400,{"a":1e-400,"a":1}]').map(({ path }) => path.join('.'));
    expect(paths).toEqual(['0', '1.a', '1.a']);
  });

  it('finds nothing in what JavaScript wrote, whatever the white space', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\n\t'), (value, space) => {
        expect(lostIn(JSON.stringify(value, null, space))).toEqual([]);
      }),
    );
  });
});
