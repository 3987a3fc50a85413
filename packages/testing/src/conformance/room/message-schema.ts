import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage } from './message.ts';

const attachment = (changes: Record<string, unknown>) => ({
  attachments: [{ url: 'https://files.example/a', type: 'a/b', ...changes }],
});
/** A text of two-byte characters with this size in bytes. */
const textOf = (bytes: number) => 'é'.repeat(bytes / 2);

/** Changes that make a message invalid, and the JSON pointer that the error must name. */
const invalid: [string, Record<string, unknown>][] = [
  ['', { clientMessageId: undefined }],
  ['/clientMessageId', { clientMessageId: '' }],
  ['/clientMessageId', { clientMessageId: 'two words' }],
  ['/clientMessageId', { clientMessageId: 'é' }],
  ['/clientMessageId', { clientMessageId: 'a'.repeat(129) }],
  ['/clientMessageId', { clientMessageId: 1 }],
  ['/kind', { kind: 'shout' }],
  ['', { text: undefined }],
  ['/text', { text: '' }],
  ...[' ', '\n\u00a0', '\u200b\u2060', '\u00ad', '\u0301', '\u3164', '\u2800', '\ufe0f'].map(
    (blank): [string, Record<string, unknown>] => ['/text', { text: blank }],
  ),
  ['/text', { text: null }],
  ['/text', { text: `${textOf(8192)}a` }],
  ['/attachments', { attachments: {} }],
  ['/attachments', { attachments: Array(11).fill(attachment({}).attachments[0]) }],
  ['/attachments/0', attachment({ url: undefined })],
  ['/attachments/0/url', attachment({ url: 'http://files.example/a' })],
  ['/attachments/0/url', attachment({ url: 'javascript:alert(1)' })],
  ['/attachments/0/url', attachment({ url: 'https://' })],
  ['/attachments/0/url', attachment({ url: 'https:///a' })],
  ['/attachments/0/url', attachment({ url: 'https://files.example/a\nb' })],
  ['/attachments/0/url', attachment({ url: ' https://files.example/a' })],
  ['/attachments/0/url', attachment({ url: 'https://user:pass@files.example/a' })],
  ['/attachments/0/type', attachment({ type: 'image' })],
  ['/attachments/0/type', attachment({ type: 'text/html; charset' })],
  ['/attachments/0/type', attachment({ type: ' ' })],
  ['/attachments/0/type', attachment({ type: 'a/b; c="d' })],
  ['/attachments/0/type', attachment({ type: `a/${'b'.repeat(254)}` })],
  ['/attachments/0/url', attachment({ url: `https://files.example/${'a'.repeat(4096)}` })],
  ['/attachments/0/name', attachment({ name: '\u200b' })],
  ['/attachments/0/name', attachment({ name: '' })],
  ['/attachments/0/size', attachment({ size: -1 })],
  ['/attachments/0/size', attachment({ size: 1.5 })],
  ['/attachments/0/content', attachment({ content: 'iVBORw0KGgo=' })],
  ['/seq', { seq: 7 }],
  ['/from', { from: { role: 'agent', id: 'ann' } }],
];

/**
 * Proves which messages the schema refuses, with a pointer to the field, and that the largest valid ones are stored.
 * A message is sent with one invalid field at a time.
 */
export const messageSchema = (desk: Desk) =>
  describe('a field of a message', () => {
    it('is refused with a pointer when it is invalid, and no message is stored', async () => {
      const { customer, params } = await desk.assignedTicket();
      for (const [pointer, change] of invalid) {
        const json = { ...newMessage(), ...change };
        const error = await customer.refused('sendMessage', 'body_invalid', { params, json });
        expect(error?.source, JSON.stringify(change).slice(0, 100)).toEqual({ pointer });
      }
      expect(await customer.ok('listMessages', 200, { params })).toEqual({ messages: [], hasMore: false });
    });

    it('may be as large as the schema says, and a message with an attachment needs no text', async () => {
      const { customer, params } = await desk.assignedTicket();
      const valid = [
        { text: textOf(8192), clientMessageId: '~'.repeat(128) },
        { text: '<b>&"\' \u2028\u200d \\ ${x} %_ ⟦⟧' },
        { ...attachment({ name: 'a'.repeat(255), size: 0 }), text: undefined },
        { attachments: Array(10).fill(attachment({}).attachments[0]) },
      ];
      for (const changes of valid) {
        const json = { ...newMessage(), ...changes };
        const sent = await customer.ok('sendMessage', 201, { params, json });
        expect(sent).toMatchObject(JSON.parse(JSON.stringify(json)));
      }
    });

    it('keeps the parameters of a media type, and a type that is not known is application/octet-stream', async () => {
      const { customer, params } = await desk.assignedTicket();
      const types = [
        'audio/webm;codecs=opus',
        'video/mp4; codecs="avc1.42E01E, mp4a.40.2"',
        'text/plain; charset="a\\"b" ;',
        'image/svg+xml',
        '',
        undefined,
      ];
      const url = `https://files.example/?signature=${'a'.repeat(4000)}`;
      const json = { ...newMessage(), attachments: types.map((type) => ({ url, type })) };
      const sent = await customer.ok('sendMessage', 201, { params, json });
      const unknown = 'application/octet-stream';
      expect(sent.attachments.map(({ type }) => type)).toEqual([...types.slice(0, 4), unknown, unknown]);
      await customer.ok('sendMessage', 200, { params, json });
    });
  });
