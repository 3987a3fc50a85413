import type { TicketRecord } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/**
 * Proves how a ticket is created and assigned, and that a customer has one open ticket for each entity and order, also when
 * 20 requests arrive at once.
 */
export const createTicket = (desk: Desk) =>
  describe('createTicket (POST /v1/tickets)', () => {
    it('creates a ticket that waits while no agent has capacity', async () => {
      const customer = { ...desk.newCustomer(), firstName: 'hugo', lastName: 'dan', name: 'hugo dan' };
      const metadata = { ccr: 'refund', orderId: 'sdw-srr', entityId: 'FP_SG', language: 'eng' };
      const content = { subject: 'cold', lines: ['a', 2, null, true, { deep: [] }], text: 'é 🍜 \u2028 \\' };
      const ticket = await desk.createTicket({ customer, metadata, content, priority: 5 });
      expect(ticket).toEqual({
        id: expect.any(String),
        content,
        customer,
        status: 'CREATED',
        priority: 5,
        queueId: 'default',
        tier: 1,
        createdTimestamp: expect.any(Number),
        metadata: {
          ...metadata,
          roomId: expect.any(String),
          currentTimestamp: expect.any(Number),
          isChatRoomClosed: false,
        },
      });
      const {
        createdTimestamp,
        metadata: { currentTimestamp },
      } = ticket;
      expect(createdTimestamp).toBeLessThanOrEqual(currentTimestamp);
      expect(createdTimestamp).toBeGreaterThan(currentTimestamp - 30);
    });

    it('fills in the defaults of optional fields', async () => {
      const customer = desk.newCustomer();
      expect(await desk.createTicket({ customer })).toMatchObject({ content: {}, priority: 0, customer });
    });

    it('assigns the ticket at once when an agent has capacity', async () => {
      const agent = await desk.onlineAgent();
      const ticket = await desk.createTicket();
      expect(ticket).toMatchObject({
        status: 'ASSIGNED',
        agentId: agent.id,
        metadata: { assignedTimestamp: expect.any(Number) },
      });
    });

    it('assigns a ticket with status WORKFLOW_PENDING only after its workflow is done', async () => {
      const agent = await desk.onlineAgent();
      const ticket = await desk.createTicket({ status: 'WORKFLOW_PENDING' });
      expect(ticket).toMatchObject({ status: 'WORKFLOW_PENDING' });
      expect(ticket).not.toHaveProperty('agentId');
      const params = { ticketID: ticket.id };
      const service = await desk.service();
      const done = await service.ok('setTicketStatus', 200, { params, json: { status: 'WORKFLOW_DONE' } });
      expect(done).toMatchObject({ status: 'ASSIGNED', agentId: agent.id });
      const { entries } = await service.ok('getTicketHistory', 200, { params });
      expect(entries.map(({ type, status }) => [type, status])).toEqual([
        ['ticket.created', 'WORKFLOW_PENDING'],
        ['ticket.status_changed', 'WORKFLOW_DONE'],
        ['ticket.assigned', 'ASSIGNED'],
      ]);
    });

    it('gives every ticket a new id and a new room', async () => {
      const [one, two] = [await desk.createTicket(), await desk.createTicket()];
      expect(new Set([one.id, two.id, one.metadata.roomId, two.metadata.roomId]).size).toBe(4);
    });

    it('stores content whose keys are property names of JavaScript objects', async () => {
      const content = JSON.parse(
        '{"toString":"x","hasOwnProperty":1,"length":0,"":{"valueOf":[null]},"id":"mine"}',
      ) as Record<string, unknown>;
      const ticket = await desk.createTicket({ content });
      const service = await desk.service();
      const record = await service.ok('getTicket', 200, { params: { ticketID: ticket.id } });
      expect(JSON.stringify(record.content)).toBe(JSON.stringify(content));
    });

    it.each([
      ['without an entity and an order', {}],
      ['with an entity and an order', { entityId: 'FP_SG', orderId: 'order-1' }],
      ['with an order only', { orderId: 'order-1' }],
    ])('returns the customer’s open ticket unchanged, %s', async (_, metadata) => {
      const service = await desk.service();
      const customer = desk.newCustomer();
      const open = await desk.createTicket({ customer, metadata, content: { version: 1 } });
      const json = {
        customer,
        metadata: { ...metadata, ccr: 'other' },
        content: { version: 2 },
        priority: 9,
      };
      const again = await service.ok('createTicket', 200, { json });
      expect(again).toEqual({
        ...open,
        metadata: { ...open.metadata, currentTimestamp: expect.any(Number) },
      });
    });

    it('creates another ticket for another order or entity, or after the first is closed', async () => {
      const service = await desk.service();
      const customer = desk.newCustomer();
      const metadata = { entityId: 'FP_SG', orderId: 'order-1' };
      const first = await desk.createTicket({ customer, metadata });
      const others = [
        await desk.createTicket({ customer, metadata: { ...metadata, orderId: 'order-2' } }),
        await desk.createTicket({ customer, metadata: { ...metadata, entityId: 'FP_MY' } }),
        await desk.createTicket({ customer, metadata: { orderId: 'order-1' } }),
        await desk.createTicket({ customer }),
        await desk.createTicket({ metadata }),
      ];
      await service.ok('closeTicket', 200, { params: { ticketID: first.id } });
      others.push(await desk.createTicket({ customer, metadata }));
      expect(new Set([first, ...others].map(({ id }) => id)).size).toBe(7);
    });

    it('compares entity and order separately and by letter case', async () => {
      const id = crypto.randomUUID();
      const tickets = [
        await desk.createTicket({ customer: { id }, metadata: { entityId: 'a', orderId: 'b|c' } }),
        await desk.createTicket({ customer: { id }, metadata: { entityId: 'a|b', orderId: 'c' } }),
        await desk.createTicket({ customer: { id }, metadata: { entityId: 'a', orderId: 'B|C' } }),
      ];
      expect(new Set(tickets.map((ticket) => ticket.id)).size).toBe(3);
    });

    it('returns the open ticket during wrap-up as well', async () => {
      const service = await desk.service();
      const customer = desk.newCustomer();
      const { ticket } = await desk.ticketInWrapUp({ customer });
      const again = await service.ok('createTicket', 200, { json: { customer } });
      expect(again).toMatchObject({ id: ticket.id, status: 'CHAT_CLOSED' });
    });

    it('creates one ticket for 20 simultaneous requests of one customer', async () => {
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const responses = await Promise.all(
        Array.from({ length: 20 }, () => service.call('createTicket', { json })),
      );
      expect(responses.map(({ status }) => status).toSorted()).toEqual([...Array(19).fill(200), 201]);
      const ids = responses.map(({ json: record }) => (record as TicketRecord).id);
      expect(new Set(ids).size).toBe(1);
    });
  });
