import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** Changes that make a ticket invalid. The pointer names the field, or the object that misses a field. */
const invalidTickets: [fault: string, pointer: string, change: Record<string, unknown>][] = [
  ['no customer', '', { customer: undefined }],
  ['a customer that is text', '/customer', { customer: 'c1' }],
  ['a customer that is a list', '/customer', { customer: [] }],
  ['a customer without an id', '/customer', { customer: {} }],
  ['a blank customer id', '/customer/id', { customer: { id: '\u200b ' } }],
  ['an empty customer id', '/customer/id', { customer: { id: '' } }],
  ['a customer id that is a number', '/customer/id', { customer: { id: 1 } }],
  ['a customer id of 257 characters', '/customer/id', { customer: { id: 'c'.repeat(257) } }],
  ['a first name that is a number', '/customer/firstName', { customer: { id: 'c1', firstName: 1 } }],
  ['a name of 257 characters', '/customer/name', { customer: { id: 'c1', name: 'n'.repeat(257) } }],
  ['an unknown field of the customer', '/customer/phone', { customer: { id: 'c1', phone: '1' } }],
  ['content that is a list', '/content', { content: [1] }],
  ['content that is text', '/content', { content: 'text' }],
  ['metadata that is a list', '/metadata', { metadata: [] }],
  ['a contact reason that is a number', '/metadata/ccr', { metadata: { ccr: 1 } }],
  ['an order id that is null', '/metadata/orderId', { metadata: { orderId: null } }],
  ['a language of 257 characters', '/metadata/language', { metadata: { language: 'e'.repeat(257) } }],
  ['a room id', '/metadata/roomId', { metadata: { roomId: 'mine' } }],
  ['a negative priority', '/priority', { priority: -1 }],
  ['a priority above 100', '/priority', { priority: 101 }],
  ['a priority with a fraction', '/priority', { priority: 1.5 }],
  ['a priority that is text', '/priority', { priority: '5' }],
  ['a priority that is null', '/priority', { priority: null }],
  ['the status CLOSED', '/status', { status: 'CLOSED' }],
  ['a ticket id', '/id', { id: 'mine' }],
];

/** Changes that make an agent record invalid. */
const invalidRecords: [fault: string, pointer: string, change: Record<string, unknown>][] = [
  ['no email', '', { email: undefined }],
  ['a malformed email', '/email', { email: 'nobody' }],
  ['an empty email', '/email', { email: '' }],
  ['an email of 133 characters', '/email', { email: `${'a'.repeat(120)}@desk.example` }],
  ['no name', '', { name: undefined }],
  ['a blank name', '/name', { name: '\u3164' }],
  ['an empty name', '/name', { name: '' }],
  ['a name of 201 characters', '/name', { name: 'n'.repeat(201) }],
  ['a negative capacity', '/capacity', { capacity: -1 }],
  ['a capacity above 100', '/capacity', { capacity: 101 }],
  ['a capacity with a fraction', '/capacity', { capacity: 1.5 }],
  ['a capacity that is text', '/capacity', { capacity: '3' }],
  ['a capacity that is null', '/capacity', { capacity: null }],
  ['skills that are text', '/skills', { skills: 'language:eng' }],
  ['65 skills', '/skills', { skills: Array(65).fill('s') }],
  ['a skill that is a number', '/skills/1', { skills: ['ok', 1] }],
  ['an empty skill', '/skills/1', { skills: ['ok', ''] }],
  ['a skill of 65 characters', '/skills/0', { skills: ['s'.repeat(65)] }],
  ['a status', '/status', { status: 'online' }],
];

/**
 * Proves that the schemas of createTicket and putAgent refuse each invalid field with a pointer to it, and that the
 * refused request changes nothing.
 */
export const bodySchema = (desk: Desk) => {
  describe('the schema of createTicket', () => {
    it.each(invalidTickets)(
      'refuses %s with a pointer, and creates no ticket',
      async (_, pointer, change) => {
        const service = await desk.service();
        const json = { customer: desk.newCustomer() };
        const error = await service.refused('createTicket', 'body_invalid', { json: { ...json, ...change } });
        expect(error?.source).toEqual({ pointer });
        await service.ok('createTicket', 201, { json });
      },
    );

    it('refuses a number that JSON can’t represent', async () => {
      const service = await desk.service();
      const { id } = desk.newCustomer();
      const body = new TextEncoder().encode(`{"customer":{"id":"${id}"},"priority":1e400}`);
      const headers = { 'Content-Type': 'application/json' };
      const error = await service.refused('createTicket', 'body_invalid', { headers, body });
      expect(error?.source).toEqual({ pointer: '/priority' });
      await desk.createTicket({ customer: { id } });
    });

    it.each(['__proto__', 'constructor', 'prototype'])(
      'refuses the field %s, and does not drop it',
      async (key) => {
        const service = await desk.service();
        const { id } = desk.newCustomer();
        const text = `{"customer":{"id":"${id}"},"content":{"a":[{"${key}":{"polluted":true}}]}}`;
        const headers = { 'Content-Type': 'application/json' };
        const body = new TextEncoder().encode(text);
        const error = await service.refused('createTicket', 'body_invalid', { headers, body });
        expect(error?.source).toEqual({ pointer: `/content/a/0/${key}` });
        const created = await desk.createTicket({ customer: { id } });
        expect(created.content).not.toHaveProperty('polluted');
      },
    );
  });

  describe('the schema of putAgent', () => {
    it.each(invalidRecords)('refuses %s with a pointer, and changes nothing', async (_, pointer, change) => {
      const service = await desk.service();
      const agent = await desk.newAgent();
      const params = { agentID: agent.id };
      const json = { email: agent.email, name: agent.name, capacity: 2, skills: ['a'] };
      const before = await service.ok('putAgent', 200, { params, json });
      const error = await service.refused('putAgent', 'body_invalid', {
        params,
        json: { ...json, ...change },
      });
      expect(error?.source).toEqual({ pointer });
      expect(await service.ok('getAgent', 200, { params })).toEqual(before);
    });
  });
};
