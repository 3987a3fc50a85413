import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage } from './message.ts';

const file = (over: Record<string, unknown>) => ({
  attachments: [{ url: 'https://files.example/a', type: 'a/b', ...over }],
});
const size = (bytes: number) => 'é'.repeat(bytes / 2);

const bad: [string, Record<string, unknown>][] = [
  ['', { clientMessageId: undefined }],
  ['/clientMessageId', { clientMessageId: '' }],
  ['/clientMessageId', { clientMessageId: 'two words' }],
  ['/clientMessageId', { clientMessageId: 'é' }],
  ['/clientMessageId', { clientMessageId: 'a'.repeat(129) }],
  ['/clientMessageId', { clientMessageId: 1 }],
  ['/kind', { kind: 'shout' }],
  ['', { text: undefined }],
  ['/text', { text: '' }],
  ['/text', { text: null }],
  ['/text', { text: `${size(8192)}a` }],
  ['/attachments', { attachments: {} }],
  ['/attachments', { attachments: Array(11).fill(file({}).attachments[0]) }],
  ['/attachments/0', file({ url: undefined })],
  ['/attachments/0/url', file({ url: 'http://files.example/a' })],
  ['/attachments/0/url', file({ url: 'javascript:alert(1)' })],
  ['/attachments/0/url', file({ url: 'https://' })],
  ['/attachments/0/type', file({ type: 'image' })],
  ['/attachments/0/type', file({ type: 'text/html; charset=utf-8' })],
  ['/attachments/0/name', file({ name: '' })],
  ['/attachments/0/size', file({ size: -1 })],
  ['/attachments/0/size', file({ size: 1.5 })],
  ['/attachments/0/content', file({ content: 'iVBORw0KGgo=' })],
  ['/seq', { seq: 7 }],
  ['/from', { from: { role: 'agent', id: 'ann' } }],
];

export const messageSchema = (desk: Desk) =>
  describe('a field of a message', () => {
    it('is pointed at where it does not fit, and nothing is said', async () => {
      const { customer, params } = await desk.assignedTicket();
      for (const [pointer, change] of bad) {
        const json = { ...newMessage(), ...change };
        const error = await customer.refused('sendMessage', 'body_invalid', { params, json });
        expect(error?.source, JSON.stringify(change).slice(0, 100)).toEqual({ pointer });
      }
      expect(await customer.ok('listMessages', 200, { params })).toEqual({ messages: [], hasMore: false });
    });

    it('can be as long as it says, and a file needs no text', async () => {
      const { customer, params } = await desk.assignedTicket();
      const fitting = [
        { text: size(8192), clientMessageId: '~'.repeat(128) },
        { text: '<b>&"\' \u2028\u200d \\ ${x} %_ ⟦⟧' },
        { ...file({ name: 'a'.repeat(255), size: 0 }), text: undefined },
        { attachments: Array(10).fill(file({}).attachments[0]) },
      ];
      for (const over of fitting) {
        const json = { ...newMessage(), ...over };
        const said = await customer.ok('sendMessage', 201, { params, json });
        expect(said).toMatchObject(JSON.parse(JSON.stringify(json)));
      }
    });
  });
