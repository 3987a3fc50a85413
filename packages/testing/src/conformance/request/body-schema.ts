import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** Where the fault is; a member that is missing is shown by its parent, for a pointer has to point at something. */
const badTickets: [string, Record<string, unknown>][] = [
  ['', { customer: undefined }],
  ['/customer', { customer: 'c1' }],
  ['/customer', { customer: [] }],
  ['/customer', { customer: {} }],
  ['/customer/id', { customer: { id: '' } }],
  ['/customer/id', { customer: { id: 1 } }],
  ['/customer/id', { customer: { id: 'c'.repeat(257) } }],
  ['/customer/firstName', { customer: { id: 'c1', firstName: 1 } }],
  ['/customer/name', { customer: { id: 'c1', name: 'n'.repeat(257) } }],
  ['/customer/phone', { customer: { id: 'c1', phone: '1' } }],
  ['/content', { content: [1] }],
  ['/content', { content: 'text' }],
  ['/metadata', { metadata: [] }],
  ['/metadata/ccr', { metadata: { ccr: 1 } }],
  ['/metadata/orderId', { metadata: { orderId: null } }],
  ['/metadata/language', { metadata: { language: 'e'.repeat(257) } }],
  ['/metadata/roomId', { metadata: { roomId: 'mine' } }],
  ['/priority', { priority: -1 }],
  ['/priority', { priority: 101 }],
  ['/priority', { priority: 1.5 }],
  ['/priority', { priority: '5' }],
  ['/priority', { priority: null }],
  ['/status', { status: 'CLOSED' }],
  ['/id', { id: 'mine' }],
];

const badRecords: [string, Record<string, unknown>][] = [
  ['', { email: undefined }],
  ['/email', { email: 'nobody' }],
  ['/email', { email: '' }],
  ['/email', { email: `${'a'.repeat(120)}@desk.example` }],
  ['', { name: undefined }],
  ['/name', { name: '' }],
  ['/name', { name: 'n'.repeat(201) }],
  ['/capacity', { capacity: -1 }],
  ['/capacity', { capacity: 101 }],
  ['/capacity', { capacity: 1.5 }],
  ['/capacity', { capacity: '3' }],
  ['/capacity', { capacity: null }],
  ['/skills', { skills: 'language:eng' }],
  ['/skills', { skills: Array(65).fill('s') }],
  ['/skills/1', { skills: ['ok', 1] }],
  ['/skills/1', { skills: ['ok', ''] }],
  ['/skills/0', { skills: ['s'.repeat(65)] }],
  ['/status', { status: 'online' }],
];

export const bodySchema = (desk: Desk) => {
  describe('a field of POST /v1/tickets', () => {
    it.each(badTickets)('is pointed at, %s, and takes nothing in: %j', async (pointer, change) => {
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const error = await service.refused('createTicket', 'body_invalid', { json: { ...json, ...change } });
      expect(error?.source).toEqual({ pointer });
      await service.ok('createTicket', 201, { json });
    });

    it('takes no number that JSON can’t write back', async () => {
      const service = await desk.service();
      const { id } = desk.newCustomer();
      const body = new TextEncoder().encode(`{"customer":{"id":"${id}"},"priority":1e400}`);
      const headers = { 'Content-Type': 'application/json' };
      const error = await service.refused('createTicket', 'body_invalid', { headers, body });
      expect(error?.source).toEqual({ pointer: '/priority' });
      await desk.createTicket({ customer: { id } });
    });

    it.each(['__proto__', 'constructor', 'prototype'])(
      'is not silently dropped for being named %s',
      async (key) => {
        const service = await desk.service();
        const { id } = desk.newCustomer();
        const text = `{"customer":{"id":"${id}"},"content":{"a":[{"${key}":{"polluted":true}}]}}`;
        const headers = { 'Content-Type': 'application/json' };
        const body = new TextEncoder().encode(text);
        const error = await service.refused('createTicket', 'body_invalid', { headers, body });
        expect(error?.source).toEqual({ pointer: `/content/a/0/${key}` });
        const clean = await desk.createTicket({ customer: { id } });
        expect(clean.content).not.toHaveProperty('polluted');
      },
    );
  });

  describe('a field of PUT /v1/agents/{agentID}', () => {
    it.each(badRecords)('is pointed at, %s, and changes nothing: %j', async (pointer, change) => {
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
