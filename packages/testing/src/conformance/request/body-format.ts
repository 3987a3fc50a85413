import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { unknownParams } from './route-table.ts';
import { bytes, allowedClient, validBody, routesWithBody, streamText } from './valid-body.ts';

const maxBytes = 65_536;
const aboutBody = /^(body|content_type|text)_/;

/** How a body may be sent, and how much of it. */
export const bodyFormat = (desk: Desk) =>
  describe.each(routesWithBody)('the body of $name', ({ name }) => {
    const params = unknownParams();
    const headers = { 'Content-Type': 'application/json' };
    const fitting = () => JSON.stringify(validBody(name).json);

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'multipart/form-data; boundary=x',
      'text/json, application/json',
      null,
    ])('is refused as %s', async (type) => {
      const client = await allowedClient(desk, name);
      const error = await client.refused(name, 'content_type_unsupported', {
        params,
        headers: type === null ? {} : { 'Content-Type': type },
        body: bytes(fitting()),
      });
      expect(error?.source).toEqual({ header: 'Content-Type' });
    });

    it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/json;charset="UTF-8"'])(
      'is taken as %s',
      async (type) => {
        const client = await allowedClient(desk, name);
        const sent = { params, headers: { 'Content-Type': type }, body: bytes(fitting()) };
        const { error, text } = await client.call(name, sent);
        expect(error?.code ?? '', text).not.toMatch(aboutBody);
      },
    );

    it.each([
      ['declared', bytes],
      ['streamed', streamText],
    ])('is refused beyond 64 KiB, its length %s', async (_, encode) => {
      const client = await allowedClient(desk, name);
      const sent = (length: number) => ({ params, headers, body: encode(fitting().padEnd(length)) });
      const { error, text } = await client.call(name, sent(maxBytes));
      expect(error?.code ?? '', text).not.toMatch(aboutBody);
      for (const length of [maxBytes + 1, 300_000]) {
        await client.refused(name, 'body_too_large', sent(length));
      }
    });

    it('is measured in bytes, not characters', async () => {
      const client = await allowedClient(desk, name);
      const body = bytes(`{"a":"${'é'.repeat(40_000)}"}`);
      await client.refused(name, 'body_too_large', { params, headers, body });
    });
  });
