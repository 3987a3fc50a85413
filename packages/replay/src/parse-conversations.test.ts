import { describe, expect, it } from 'vitest';
import { parseConversations } from './parse-conversations.ts';

const chat = (convoId: number, changes: object = {}) => ({
  convo_id: convoId,
  scenario: {
    personal: { customer_name: 'hugo dan', username: 'hdan1', email: 'hugo@customer.example' },
    order: { order_id: '4711', city: 'singapore' },
    flow: 'delivery_issue',
    subflow: 'wrong_address',
  },
  original: [
    ['customer', 'Hi!'],
    ['action', 'The rider has been called.'],
  ],
  delexed: [{ speaker: 'customer', text: 'hi!' }],
  ...changes,
});
const parse = (json: unknown) => parseConversations(JSON.stringify(json));

describe('parseConversations', () => {
  it('reads a list of conversations', () => {
    expect(parse([chat(1), chat(2)])).toMatchObject([{ convo_id: 1 }, { convo_id: 2 }]);
  });

  it('reads named lists in their order', () => {
    expect(parse({ train: [chat(1)], dev: [], test: [chat(2)] }).map((one) => one.convo_id)).toEqual([1, 2]);
  });

  it('accepts a customer without a user name and a chat without an order', () => {
    const scenario = { personal: { customer_name: 'hugo dan' }, flow: 'f', subflow: 's' };
    for (const order of [{}, { order: {} }, { order: { order_id: '' } }])
      expect(parse([chat(1, { scenario: { ...scenario, ...order } })])[0]?.scenario).toMatchObject({
        personal: { username: '' },
        order: { order_id: '' },
      });
  });

  it.each([
    ['', /^not JSON: /],
    ['[\n{"a":\nb}]', /^not JSON: /],
    ['[]', /^the file contains no conversation$/],
    ['{"train":[]}', /^the file contains no conversation$/],
    ['7', /^must be an object$/],
    ['{"train":{}}', /^train: must be a list$/],
    ['[7]', /^conversation 1: must be an object$/],
    [
      JSON.stringify([chat(1), chat(2, { original: [['bot', 'Hi!']] })]),
      /^conversation 2 \(convo_id 2\), original\.0\.0: /,
    ],
    [
      JSON.stringify([chat(1, { original: [['agent']] })]),
      /^conversation 1 \(convo_id 1\), original\.0\.1: /,
    ],
    [
      JSON.stringify({ dev: [chat(8, { scenario: null })] }),
      /^dev, conversation 1 \(convo_id 8\), scenario: /,
    ],
  ])('describes in one line what is wrong with %j', (text, message) => {
    expect(() => parseConversations(text)).toThrow(message);
    expect(() => parseConversations(text)).toThrow(/^.*$/);
  });
});
