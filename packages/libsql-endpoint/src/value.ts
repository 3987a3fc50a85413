import * as v from 'valibot';

/** A value of the engine: a bigint is an INTEGER, a number is a REAL. */
export type SqlValue = null | bigint | number | string | Uint8Array;

const min = -(2n ** 63n);
const max = 2n ** 63n - 1n;
const isInt64 = (digits: string) => BigInt(digits) >= min && BigInt(digits) <= max;

/** A value on the wire. Integers are decimal strings, because JSON numbers do not hold 64 bits. */
export const Value = v.variant('type', [
  v.object({ type: v.literal('null') }),
  v.object({
    type: v.literal('integer'),
    value: v.pipe(v.string(), v.regex(/^-?\d{1,19}$/), v.check(isInt64, 'Out of the 64-bit range')),
  }),
  v.object({ type: v.literal('float'), value: v.pipe(v.number(), v.finite()) }),
  v.object({ type: v.literal('text'), value: v.string() }),
  v.object({
    type: v.literal('blob'),
    base64: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Not base64')),
  }),
]);
export type Value = v.InferOutput<typeof Value>;

export function decodeValue(value: Value): SqlValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(value.value);
    case 'float':
    case 'text':
      return value.value;
    case 'blob':
      return Buffer.from(value.base64, 'base64');
  }
}

export function encodeValue(value: SqlValue): Value {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return {
    type: 'blob',
    base64: Buffer.from(value)
      .toString('base64')
      .replace(/={1,2}$/, ''),
  };
}
