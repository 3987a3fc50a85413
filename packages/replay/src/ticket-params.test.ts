import { expect, it } from 'vitest';
import { ticketParams } from './ticket-params.ts';

const scenario = {
  personal: { customer_name: 'Zoë van der Berg', username: '' },
  order: { order_id: '' },
  flow: 'account_access',
  subflow: 'recover_password',
};

it('creates the ticket with the user name, the order and the customer’s first message', () => {
  expect(
    ticketParams({
      convo_id: 7,
      scenario: {
        ...scenario,
        personal: { customer_name: 'hugo dan', username: 'hdan1' },
        order: { order_id: '4711' },
      },
      original: [
        ['agent', 'Hello!'],
        ['customer', 'I can not get in.'],
      ],
    }),
  ).toEqual({
    customer: { id: 'hdan1', name: 'hugo dan', firstName: 'hugo', lastName: 'dan' },
    metadata: { ccr: 'account access - recover password', orderId: '4711' },
    content: { subject: 'I can not get in.', convoId: 7 },
  });
});

it('derives the customer id from the name and the subject from the contact reason when they are missing', () => {
  expect(ticketParams({ convo_id: 7, scenario, original: [] })).toEqual({
    customer: {
      id: 'zoë-van-der-berg',
      name: 'Zoë van der Berg',
      firstName: 'Zoë',
      lastName: 'van der Berg',
    },
    metadata: { ccr: 'account access - recover password' },
    content: { subject: 'account access - recover password', convoId: 7 },
  });
});
