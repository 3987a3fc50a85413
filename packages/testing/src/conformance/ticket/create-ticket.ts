import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

export const createTicket = (desk: Desk) =>
  describe('POST /v1/tickets', () => {
    it('takes a chat in as a ticket that waits while nobody has room', async () => {
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
      const { createdTimestamp, metadata: seen } = ticket;
      expect(createdTimestamp).toBeLessThanOrEqual(seen.currentTimestamp);
      expect(createdTimestamp).toBeGreaterThan(seen.currentTimestamp - 30);
    });

    it('fills in what can be left out', async () => {
      const customer = desk.newCustomer();
      expect(await desk.createTicket({ customer })).toMatchObject({ content: {}, priority: 0, customer });
    });

    it('assigns the ticket at once where an agent has room', async () => {
      const agent = await desk.onlineAgent();
      const ticket = await desk.createTicket();
      expect(ticket).toMatchObject({
        status: 'ASSIGNED',
        agentId: agent.id,
        metadata: { assignedTimestamp: expect.any(Number) },
      });
    });

    it('leaves a ticket to a workflow first, whatever agents have room, and routes it when that is done', async () => {
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

    it('gives every ticket an id and a room of its own', async () => {
      const [one, two] = [await desk.createTicket(), await desk.createTicket()];
      expect(new Set([one.id, two.id, one.metadata.roomId, two.metadata.roomId]).size).toBe(4);
    });

    it('keeps content whose keys are names of JavaScript', async () => {
      const content = JSON.parse(
        '{"toString":"x","hasOwnProperty":1,"length":0,"":{"valueOf":[null]},"id":"mine"}',
      ) as Record<string, unknown>;
      const ticket = await desk.createTicket({ content });
      const service = await desk.service();
      const record = await service.ok('getTicket', 200, { params: { ticketID: ticket.id } });
      expect(JSON.stringify(record.content)).toBe(JSON.stringify(content));
    });

    it.each([
      ['without entity and order', {}],
      ['with both', { entityId: 'FP_SG', orderId: 'order-1' }],
      ['with an order alone', { orderId: 'order-1' }],
    ])('answers with the customer’s open ticket, as it was, %s', async (_, metadata) => {
      const service = await desk.service();
      const customer = desk.newCustomer();
      const open = await desk.createTicket({ customer, metadata, content: { turn: 1 } });
      const json = { customer, metadata: { ...metadata, ccr: 'other' }, content: { turn: 2 }, priority: 9 };
      const again = await service.ok('createTicket', 200, { json });
      expect(again).toEqual({
        ...open,
        metadata: { ...open.metadata, currentTimestamp: expect.any(Number) },
      });
    });

    it('takes in another ticket for another order, another entity, or once the first is closed', async () => {
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

    it('does not mix up the parts of what makes two requests the same', async () => {
      const id = crypto.randomUUID();
      const made = [
        await desk.createTicket({ customer: { id }, metadata: { entityId: 'a', orderId: 'b|c' } }),
        await desk.createTicket({ customer: { id }, metadata: { entityId: 'a|b', orderId: 'c' } }),
        await desk.createTicket({ customer: { id }, metadata: { entityId: 'a', orderId: 'B|C' } }),
      ];
      expect(new Set(made.map((ticket) => ticket.id)).size).toBe(3);
    });

    it('answers with the open ticket during wrap-up too', async () => {
      const service = await desk.service();
      const customer = desk.newCustomer();
      const { agent, ticket, params } = await desk.assignedTicket({ customer });
      await agent.ok('closeRoom', 200, { params });
      const again = await service.ok('createTicket', 200, { json: { customer } });
      expect(again).toMatchObject({ id: ticket.id, status: 'CHAT_CLOSED' });
    });

    it('takes one of many requests for the same customer in, and answers the others with it', async () => {
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => service.call('createTicket', { json })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(19).fill(200), 201]);
      expect(new Set(answers.map((answer) => Reflect.get(Object(answer.json), 'id'))).size).toBe(1);
    });
  });
