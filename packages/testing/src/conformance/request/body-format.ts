import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { unknownParams } from './route-table.ts';
import {
  allowedClient,
  encode,
  expectAccepted,
  routesWithBody,
  streamText,
  validBody,
} from './valid-body.ts';

/**
 * Proves for every route with a body which content types and sizes it accepts, in bytes, declared or streamed.
 * Each body is sent as bytes with one content type, or padded to one size.
 */
export const bodyFormat = (desk: Desk) =>
  describe.each(routesWithBody)('the body of $name', ({ name, route: { maxBodyBytes } }) => {
    const params = unknownParams();
    const headers = { 'Content-Type': 'application/json' };
    const valid = () => JSON.stringify(validBody(name).json);

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'multipart/form-data; boundary=x',
      'text/json, application/json',
      'no content type',
    ])('is refused as %s', async (type) => {
      const client = await allowedClient(desk, name);
      const error = await client.refused(name, 'content_type_unsupported', {
        params,
        headers: type === 'no content type' ? {} : { 'Content-Type': type },
        body: encode(valid()),
      });
      expect(error?.source).toEqual({ header: 'Content-Type' });
    });

    it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/json;charset="UTF-8"'])(
      'is accepted as %s',
      async (type) => {
        const client = await allowedClient(desk, name);
        const sent = { params, headers: { 'Content-Type': type }, body: encode(valid()) };
        expectAccepted(await client.call(name, sent));
      },
    );

    it.each([
      ['with a declared length', encode],
      ['as a stream', streamText],
    ])('is accepted up to its maximum size and refused above, sent %s', async (_, encodeBody) => {
      const client = await allowedClient(desk, name);
      const sent = (length: number) => ({ params, headers, body: encodeBody(valid().padEnd(length)) });
      expectAccepted(await client.call(name, sent(maxBodyBytes)));
      for (const length of [maxBodyBytes + 1, maxBodyBytes + 240_000]) {
        await client.refused(name, 'body_too_large', sent(length));
      }
    });

    it('is measured in bytes, not in characters', async () => {
      const client = await allowedClient(desk, name);
      const body = encode(`{"a":"${'é'.repeat(maxBodyBytes / 2)}"}`);
      await client.refused(name, 'body_too_large', { params, headers, body });
    });
  });
