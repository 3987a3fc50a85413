import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { unknownParams } from './route-table.ts';
import { bytes, allowedClient, validBody, routesWithBody } from './valid-body.ts';

const noJson = [
  '',
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
  ['a NUL', '{"a":"x\\u0000y"}', '/a'],
  ['half of a surrogate pair', '{"a":"\\ud83c"}', '/a'],
  ['a surrogate pair the wrong way round', '{"a":"\\udf5c\\ud83c"}', '/a'],
  ['half of a surrogate pair deep inside', '{"a":[0,{"b":["\\ud83c"]}]}', '/a/1/b/0'],
  // A key that can’t be written can’t be pointed at: its object is.
  ['a NUL in a key', '{"a\\u0000":1}', ''],
  ['half of a surrogate pair in a key', '{"a":{"\\udc00":1}}', '/a'],
] as const;

/** What a body may say before its schema is asked. */
export const bodyJson = (desk: Desk) =>
  describe.each(routesWithBody)('the JSON of $name', ({ name }) => {
    const params = unknownParams();
    const sent = (text: string) => ({
      params,
      headers: { 'Content-Type': 'application/json' },
      body: bytes(text),
    });

    it.each(noJson)('is refused when it is none: %j', async (text) => {
      const client = await allowedClient(desk, name);
      await client.refused(name, 'body_not_json', sent(text));
    });

    it('is refused when it is no UTF-8', async () => {
      const client = await allowedClient(desk, name);
      const request = sent('{"a":"x"}');
      request.body[6] = 0xff;
      await client.refused(name, 'body_not_json', request);
    });

    it.each(['null', '[]', '1', '"text"', 'true'])('is refused when it is no object: %s', async (text) => {
      const client = await allowedClient(desk, name);
      const error = await client.refused(name, 'body_invalid', sent(text));
      expect(error?.source).toEqual({ pointer: '' });
    });

    it.each([
      ['lists', '[', ']'],
      ['objects', '{"a":', '}'],
    ])('is refused beyond 32 levels of %s', async (_, open, close) => {
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
      'is refused with a member it does not know: %j',
      async (key) => {
        const client = await allowedClient(desk, name);
        const fitting = JSON.stringify(validBody(name).json);
        const text = `${fitting.slice(0, -1)},${JSON.stringify(key)}:{"x":1}}`;
        const error = await client.refused(name, 'body_invalid', sent(text));
        const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
        expect(error?.source).toEqual({ pointer: `/${token}` });
      },
    );
  });
