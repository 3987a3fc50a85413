import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { unknownParams } from './route-table.ts';
import { allowedClient, encode, routesWithBody, validBody } from './valid-body.ts';

const invalidJson = [
  ' ',
  '{',
  '{"a":1,}',
  "{'a':1}",
  '{"a":1}{"b":2}',
  'undefined',
  'NaN',
  '{"a":\u0001}',
  '<a/>',
];

const malformedText = [
  ['a NUL character', '{"a":"x\\u0000y"}', '/a'],
  ['half of a surrogate pair', '{"a":"\\ud83c"}', '/a'],
  ['the halves of a surrogate pair in the wrong order', '{"a":"\\udf5c\\ud83c"}', '/a'],
  ['half of a surrogate pair in a nested list', '{"a":[0,{"b":["\\ud83c"]}]}', '/a/1/b/0'],
  // A pointer can’t contain such a key, so it names the object.
  ['a NUL character in a key', '{"a\\u0000":1}', ''],
  ['half of a surrogate pair in a key', '{"a":{"\\udc00":1}}', '/a'],
] as const;

/** JSON that JavaScript would change without a word, with the pointer to what it would change. */
const lostJson = [
  ['{"a":[0,{"b/c":1234567890123456789}]}', '/a/1/b~1c'],
  ['{"a":9007199254740993}', '/a'],
  ['{"a":-1e400}', '/a'],
  ['{"a":1e-400}', '/a'],
  ['{"a":{"b":1,"c":2,"\\u0062":3}}', '/a/b'],
] as const;

/**
 * Proves for every route with a body which JSON texts it refuses before and by its schema, with a pointer to the fault.
 * Each text is sent as bytes.
 */
export const bodyJson = (desk: Desk) =>
  describe.each(routesWithBody)('the JSON of $name', ({ name }) => {
    const params = unknownParams();
    const sent = (text: string) => ({
      params,
      headers: { 'Content-Type': 'application/json' },
      body: encode(text),
    });

    it.each(invalidJson)('is refused when it is not JSON: %j', async (text) => {
      const client = await allowedClient(desk, name);
      await client.refused(name, 'body_not_json', sent(text));
    });

    it('is refused when it is not UTF-8', async () => {
      const client = await allowedClient(desk, name);
      const request = sent('{"a":"x"}');
      request.body[6] = 0xff;
      await client.refused(name, 'body_not_json', request);
    });

    it.each(lostJson)('is refused with what JavaScript would change: %s', async (text, pointer) => {
      const client = await allowedClient(desk, name);
      const error = await client.refused(name, 'body_invalid', sent(text));
      expect(error?.source).toEqual({ pointer });
    });

    it('may be empty, which is the same as no body', async () => {
      const client = await allowedClient(desk, name);
      const [empty, none] = [await client.call(name, sent('')), await client.call(name, { params })];
      expect([empty.status, empty.error?.code]).toEqual([none.status, none.error?.code]);
    });

    it.each(['null', '[]', '1', '"text"', 'true'])(
      'is refused when it is not an object: %s',
      async (text) => {
        const client = await allowedClient(desk, name);
        const error = await client.refused(name, 'body_invalid', sent(text));
        expect(error?.source).toEqual({ pointer: '' });
      },
    );

    it.each([
      ['lists', '[', ']'],
      ['objects', '{"a":', '}'],
    ])('is refused when %s are nested deeper than 32 levels', async (_, open, close) => {
      const client = await allowedClient(desk, name);
      const nested = (levels: number) => sent(`${open.repeat(levels)}1${close.repeat(levels)}`);
      for (const levels of [33, 5000]) await client.refused(name, 'body_too_deep', nested(levels));
      await client.refused(name, 'body_invalid', nested(32));
    });

    it.each(malformedText)('is refused with %s', async (_, text, pointer) => {
      const client = await allowedClient(desk, name);
      const error = await client.refused(name, 'text_malformed', sent(text));
      expect(error?.source).toEqual({ pointer });
    });

    it.each(['extra', '__proto__', 'constructor', 'a/b~c', ''])(
      'is refused with the unknown member %j',
      async (key) => {
        const client = await allowedClient(desk, name);
        const valid = JSON.stringify(validBody(name).json);
        const text = `${valid.slice(0, -1)},${JSON.stringify(key)}:{"x":1}}`;
        const error = await client.refused(name, 'body_invalid', sent(text));
        const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
        expect(error?.source).toEqual({ pointer: `/${token}` });
      },
    );
  });
