import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } });
const newKey = () => keyed(crypto.randomUUID());

/**
 * Proves that a request with the same key and body creates one ticket, that another body is refused, and which keys are
 * valid. Requests are repeated after changes, by another service and 20 times at once.
 */
export const idempotencyKey = (desk: Desk) =>
  describe('the header Idempotency-Key', () => {
    it('returns the status of the first request, with the ticket as it is now', async () => {
      const service = await desk.service();
      const request = { ...newKey(), json: { customer: desk.newCustomer() } };
      const first = await service.ok('createTicket', 201, request);
      const same = await service.ok('createTicket', 201, request);
      expect(same).toEqual({
        ...first,
        metadata: { ...first.metadata, currentTimestamp: expect.any(Number) },
      });

      await service.ok('closeTicket', 200, { params: { ticketID: first.id } });
      expect(await service.ok('createTicket', 201, request)).toMatchObject({
        id: first.id,
        status: 'CLOSED',
      });
    });

    it('returns 200 again when the first request found an open ticket', async () => {
      const service = await desk.service();
      const customer = desk.newCustomer();
      const open = await desk.createTicket({ customer });
      const request = { ...newKey(), json: { customer } };
      await service.ok('createTicket', 200, request);
      await service.ok('closeTicket', 200, { params: { ticketID: open.id } });
      expect(await service.ok('createTicket', 200, request)).toMatchObject({ id: open.id, status: 'CLOSED' });
    });

    it('compares bodies as JSON: white space, escapes and key order make no difference', async () => {
      const service = await desk.service();
      const { id } = desk.newCustomer();
      const key = crypto.randomUUID();
      const send = (text: string) =>
        service.ok('createTicket', 201, {
          headers: { 'Idempotency-Key': key, 'Content-Type': 'application/json' },
          body: new TextEncoder().encode(text),
        });
      const first = await send(`{"customer":{"id":"${id}","name":"é"},"content":{"b":1,"a":{"d":2,"c":3}}}`);
      const same = await send(
        ` {"content" : {"a":{"c":3,"d":2.0},"b":1e0},\n"customer":{"name":"\\u00e9","id":"${id}"} } `,
      );
      expect(same.id).toBe(first.id);
    });

    it.each([
      ['another customer', { customer: { id: 'other' } }],
      ['another priority', { priority: 1 }],
      ['other content', { content: { a: [1, 2] } }],
      ['the items of a list in another order', { content: { a: [3, 2, 1] } }],
      ['a number as text', { content: { a: ['1', 2, 3] } }],
    ])('is refused with %s, and creates no ticket', async (_, change) => {
      const service = await desk.service();
      const key = newKey();
      const json = { customer: desk.newCustomer(), content: { a: [1, 2, 3] } };
      const first = await service.ok('createTicket', 201, { ...key, json });
      await service.refused('createTicket', 'idempotency_key_reused', {
        ...key,
        json: { ...json, ...change },
      });
      expect(await service.ok('createTicket', 201, { ...key, json })).toMatchObject({ id: first.id });
    });

    it('creates one ticket for 20 simultaneous requests', async () => {
      const service = await desk.service();
      const request = { ...newKey(), json: { customer: desk.newCustomer() } };
      const tickets = await Promise.all(
        Array.from({ length: 20 }, () => service.ok('createTicket', 201, request)),
      );
      expect(new Set(tickets.map(({ id }) => id)).size).toBe(1);
    });

    it('adds one ticket to the agent’s load', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const request = { ...newKey(), json: { customer: desk.newCustomer() } };
      await Promise.all(Array.from({ length: 5 }, () => service.ok('createTicket', 201, request)));
      expect(await agent.ok('listTickets', 200)).toHaveLength(1);
      expect(await service.ok('getAgent', 200, { params: { agentID: agent.id } })).toMatchObject({ load: 1 });
    });

    it('belongs to one service: another service can use the same key', async () => {
      const [one, two] = [await desk.service(), await desk.service()];
      const key = newKey();
      const first = await one.ok('createTicket', 201, { ...key, json: { customer: desk.newCustomer() } });
      const second = await two.ok('createTicket', 201, { ...key, json: { customer: desk.newCustomer() } });
      expect(second.id).not.toBe(first.id);
    });

    it('is not used up by a refused request', async () => {
      const service = await desk.service();
      const key = newKey();
      await service.refused('createTicket', 'body_invalid', { ...key, json: { customer: {} } });
      await service.ok('createTicket', 201, { ...key, json: { customer: desk.newCustomer() } });
    });

    it('may be any visible ASCII text of up to 255 characters', async () => {
      const service = await desk.service();
      for (const key of ['!', `~${crypto.randomUUID()}`.padEnd(255, 'k'), "';DROP--", '__proto__']) {
        const unique = key.length < 255 ? `${key}${crypto.randomUUID()}` : key;
        await service.ok('createTicket', 201, { ...keyed(unique), json: { customer: desk.newCustomer() } });
      }
    });

    it.each([
      ['empty', ''],
      ['of 256 characters', 'k'.repeat(256)],
      ['with a space', 'a b'],
      ['not ASCII', 'clé'],
    ])('is refused when it is %s, and creates no ticket', async (_, key) => {
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const error = await service.refused('createTicket', 'header_invalid', { ...keyed(key), json });
      expect(error?.source).toEqual({ header: 'Idempotency-Key' });
      await service.ok('createTicket', 201, { json });
    });
  });
