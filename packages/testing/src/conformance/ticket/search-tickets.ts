import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import type { CallOptions, TestClient } from '../../test-client.ts';
import { readIds } from '../list/pages.ts';
import { send } from '../room/message.ts';

type Query = NonNullable<CallOptions['query']>;

const idsOf = (client: TestClient, query: Query) => readIds(client, 'searchTickets', { query });

/**
 * Proves each filter and order of a search, what an agent finds, and what a found ticket says. The suite `listPages` proves
 * its pages.
 */
export const searchTickets = (desk: Desk) =>
  describe('searchTickets (GET /v1/tickets/search)', () => {
    it.each(['service', 'supervisor', 'admin'] as const)(
      'lets the role %s find every ticket',
      async (role) => {
        const { ticket } = await desk.assignedTicket();
        const person = await desk.signIn({ role });
        const query = { customerId: ticket.customer.id };
        const { tickets } = await person.ok('searchTickets', 200, { query });
        expect(tickets).toMatchObject([{ id: ticket.id, status: 'ASSIGNED', customer: ticket.customer }]);
      },
    );

    it('finds tickets by each filter, and by all of them at the same time', async () => {
      const own = crypto.randomUUID();
      const metadata = { orderId: own, entityId: `E-${own}`, language: 'th', ccr: `Delivery - ${own}` };
      const { agent, ticket } = await desk.assignedTicket({ metadata });
      const other = await desk.createTicket({ metadata: { ...metadata, orderId: 'other' } });
      const service = await desk.service();
      const filters = {
        status: 'ASSIGNED',
        isOpen: 'true',
        queueId: 'default',
        agentId: agent.id,
        customerId: ticket.customer.id,
        orderId: own,
        entityId: `E-${own}`,
        ccr: `delivery – ${own.toUpperCase()}`,
        language: 'th-TH',
        hasWaitingCustomer: 'true',
        createdFrom: ticket.createdTimestamp,
        createdTo: ticket.createdTimestamp + 1,
      };
      expect(await idsOf(service, filters)).toEqual([ticket.id]);
      for (const name of ['agentId', 'customerId', 'orderId', 'entityId', 'ccr'] as const) {
        const query = { [name]: filters[name] };
        expect(await idsOf(service, query), name).toContain(ticket.id);
        const isShared = name === 'agentId' || name === 'entityId' || name === 'ccr';
        expect((await idsOf(service, query)).includes(other.id), name).toBe(isShared);
      }
      const differing = {
        status: 'ERROR',
        isOpen: 'false',
        queueId: 'other',
        agentId: 'nobody',
        customerId: 'nobody',
        orderId: 'other',
        entityId: 'other',
        ccr: 'payment',
        language: 'eng',
        hasWaitingCustomer: 'false',
        createdFrom: ticket.createdTimestamp + 1,
        createdTo: ticket.createdTimestamp,
        closedFrom: 0,
        closedTo: 99_999_999_999,
      };
      for (const [name, value] of Object.entries(differing))
        expect(await idsOf(service, { ...filters, [name]: value }), name).toEqual([]);
    });

    it('finds closed tickets by the time of the close', async () => {
      const { ticket } = await desk.closedTicket();
      const { closedTimestamp: at = 0 } = await desk.getTicket(ticket.id);
      const service = await desk.service();
      const query = { customerId: ticket.customer.id };
      expect(await idsOf(service, { ...query, closedFrom: at, closedTo: at + 1 })).toEqual([ticket.id]);
      expect(await idsOf(service, { ...query, closedFrom: at + 1 })).toEqual([]);
      expect(await idsOf(service, { ...query, closedTo: at })).toEqual([]);
      expect(await idsOf(service, { ...query, isOpen: 'false' })).toEqual([ticket.id]);
      expect(await idsOf(service, { ...query, status: 'CLOSED' })).toEqual([ticket.id]);
      expect(await idsOf(service, { ...query, isOpen: 'true' })).toEqual([]);
    });

    it('is in the order of creation, the newest first by default', async () => {
      const customer = desk.newCustomer();
      const create = async (orderId: string) =>
        (await desk.createTicket({ customer, metadata: { orderId } })).id;
      const [first, second] = [await create('1'), await create('2')];
      const service = await desk.service();
      const query = { customerId: customer.id };
      expect(await idsOf(service, { ...query, order: 'oldest' })).toEqual([first, second]);
      expect(await idsOf(service, { ...query, order: 'newest' })).toEqual([second, first]);
      expect(await idsOf(service, query)).toEqual([second, first]);
    });

    it('finds the customers who wait for a reply, the longest wait first', async () => {
      const entityId = crypto.randomUUID();
      const agent = await desk.onlineAgent({ capacity: 10 });
      const service = await desk.service();
      const open = async () => {
        const ticket = await desk.createTicket({ metadata: { entityId } });
        const params = { ticketID: ticket.id, roomID: ticket.metadata.roomId };
        return { id: ticket.id, params, customer: await desk.customerOf(ticket) };
      };
      const [a, b, c] = [await open(), await open(), await open()];
      const waiting = () => idsOf(service, { entityId, order: 'longestWaiting' });
      expect(await waiting()).toEqual([a.id, b.id, c.id]);
      await send(agent, a.params);
      expect(await waiting()).toEqual([b.id, c.id]);
      expect(await idsOf(service, { entityId, hasWaitingCustomer: 'false' })).toEqual([a.id]);
      await send(a.customer, a.params);
      await send(agent, b.params, { kind: 'note' });
      expect(await waiting()).toEqual([b.id, c.id, a.id]);
      await agent.ok('closeRoom', 200, { params: b.params });
      expect(await waiting()).toEqual([c.id, a.id]);
      const { tickets } = await service.ok('searchTickets', 200, { query: { customerId: b.customer.id } });
      expect(tickets[0]).not.toHaveProperty('customerWaitsSinceTimestamp');
    });

    it('shows the time that a ticket has left to the goal of its queue, until an agent has it', async () => {
      await desk.putSettings({ queues: [{ id: 'default', goal: { seconds: 3600, percent: 90 } }] });
      const { ticket } = await desk.waitingTicket();
      const service = await desk.service();
      const found = async () =>
        (await service.ok('searchTickets', 200, { query: { customerId: ticket.customer.id } })).tickets[0]!;
      const waiting = await found();
      expect(waiting).toMatchObject({ customerWaitsSinceTimestamp: ticket.createdTimestamp });
      expect(waiting.goalLeftMs).toBeLessThanOrEqual(3_600_000);
      expect(waiting.goalLeftMs).toBeGreaterThan(3_000_000);
      await desk.onlineAgent();
      expect(await found()).not.toHaveProperty('goalLeftMs');
    });

    it('lets an agent find what it has or has picked, and nothing else', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const service = await desk.service();
      expect(await idsOf(agent, {})).toEqual([ticket.id]);
      await agent.ok('setPickedTime', 200, { params });
      await agent.ok('setOffline', 200);
      await service.ok('requeueTicket', 200, { params, json: {} });
      const other = await desk.onlineAgent();
      expect(await desk.getTicket(ticket.id)).toMatchObject({ agentId: other.id });

      for (const query of [{}, { customerId: ticket.customer.id }, { order: 'longestWaiting' }] as Query[])
        expect(await idsOf(agent, query)).toEqual([ticket.id]);
      expect(await idsOf(agent, { agentId: other.id })).toEqual([ticket.id]);
      expect(await idsOf(service, { agentId: agent.id })).toEqual([ticket.id]);
      const stranger = await desk.onlineAgent({ capacity: 0 });
      for (const query of [
        {},
        { customerId: ticket.customer.id },
        { agentId: agent.id },
        { isOpen: 'true' },
      ] as Query[])
        expect(await idsOf(stranger, query)).toEqual([]);
      await other.ok('declineTicket', 204, { params, json: {} });
      expect(await idsOf(other, { customerId: ticket.customer.id })).toEqual([]);
    });

    it('refuses the cursor of another order', async () => {
      const customer = desk.newCustomer();
      for (const orderId of ['1', '2']) await desk.createTicket({ customer, metadata: { orderId } });
      const service = await desk.service();
      const query = { customerId: customer.id, limit: 1 };
      const { nextCursor } = await service.ok('searchTickets', 200, { query });
      for (const other of [{ order: 'oldest' }, { order: 'longestWaiting' }, { closedFrom: 0 }] as Query[]) {
        const error = await service.refused('searchTickets', 'parameter_invalid', {
          query: { ...query, ...other, cursor: nextCursor! },
        });
        expect(error?.source).toEqual({ parameter: 'cursor' });
      }
    });

    it.each([
      'status=UPDATE_FIELD',
      'status=open',
      'isOpen=1',
      'order=waiting',
      'queueId=',
      'agentId=a%20b',
      'customerId=',
      'customerId=%E2%80%8B',
      'orderId=',
      'language=',
      'hasWaitingCustomer=yes',
    ])('refuses the filter %s', async (query) => {
      const service = await desk.service();
      const path = `/cs-chat-ticket/v1/tickets/search?${query}`;
      const error = await service.refused('searchTickets', 'parameter_invalid', { path });
      expect(error?.source).toEqual({ parameter: query.split('=')[0] });
    });

    it('is where GET /v1/tickets sends a principal without an agent', async () => {
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const service = await desk.service();
      for (const error of [
        await supervisor.refused('listTickets', 'agent_not_found'),
        await service.refused('listTickets', 'agent_required'),
      ])
        expect(error?.detail).toContain('GET /v1/tickets/search');
      const unknown = await supervisor.refused('listTickets', 'agent_not_found', actingFor('nobody'));
      expect(unknown?.detail).not.toContain('GET /v1/tickets/search');
    });
  });
