import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

/**
 * Proves which tickets an agent’s list holds, in which order and with which fields.
 * The list is compared with the tickets that were created and assigned.
 */
export const listTickets = (desk: Desk) =>
  describe('listTickets (GET /v1/tickets)', () => {
    it('returns an offered ticket with every field, without times that are not reached', async () => {
      const customer = { ...desk.newCustomer(), firstName: 'hugo', lastName: 'dan', name: 'hugo dan' };
      const content = { subject: 'the rider went to the wrong address', items: [1, { deep: true }] };
      const metadata = {
        ccr: 'delivery - wrong address',
        orderId: 'sdw-srr',
        entityId: 'FP_SG',
        language: 'eng',
      };
      const { agent, ticket } = await desk.assignedTicket({ customer, content, metadata });

      const [listed, ...others] = await agent.ok('listTickets', 200);
      expect(others).toEqual([]);
      expect(listed).toEqual({
        id: ticket.id,
        content,
        customer,
        metadata: {
          ...metadata,
          roomId: ticket.metadata.roomId,
          assignedTimestamp: expect.any(Number),
          currentTimestamp: expect.any(Number),
          isChatRoomClosed: false,
        },
      });
      const { assignedTimestamp = NaN, currentTimestamp } = listed?.metadata ?? ticket.metadata;
      expect(assignedTimestamp).toBeLessThanOrEqual(currentTimestamp);
      expect(assignedTimestamp).toBeGreaterThan(currentTimestamp - 30);
    });

    it('returns a ticket without its optional fields', async () => {
      const customer = desk.newCustomer();
      const { agent, ticket } = await desk.assignedTicket({ customer });
      expect(await agent.ok('listTickets', 200)).toEqual([
        {
          id: ticket.id,
          content: {},
          customer,
          metadata: {
            roomId: ticket.metadata.roomId,
            assignedTimestamp: expect.any(Number),
            currentTimestamp: expect.any(Number),
            isChatRoomClosed: false,
          },
        },
      ]);
    });

    it('returns the oldest assignment first, not the oldest ticket', async () => {
      const service = await desk.service();
      const agent = await desk.onlineAgent({ capacity: 0 });
      const older = await desk.createTicket();
      const urgent = await desk.createTicket({ priority: 100 });
      for (const capacity of [1, 2]) {
        const json = { email: agent.email, name: agent.name, capacity };
        await service.ok('putAgent', 200, { params: { agentID: agent.id }, json });
        await nextInstant();
      }
      const listed = await agent.ok('listTickets', 200);
      expect(listed.map(({ id }) => id)).toEqual([urgent.id, older.id]);
    });

    it('returns only the open tickets of the agent', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.newAgent();
      await other.ok('setOnline', 200);
      expect(await other.ok('listTickets', 200)).toEqual([]);
      await agent.ok('closeTicket', 200, { params });
      expect(await agent.ok('listTickets', 200)).toEqual([]);
    });

    it('returns to supervisors and admins the tickets of the agent that they name, and their own without a name', async () => {
      const { agent, ticket } = await desk.assignedTicket();
      for (const role of ['supervisor', 'admin'] as const) {
        const person = await desk.signIn({ role });
        for (const name of [agent.id, agent.email])
          expect(await person.ok('listTickets', 200, actingFor(name))).toMatchObject([{ id: ticket.id }]);
        await person.refused('listTickets', 'agent_not_found', actingFor(crypto.randomUUID()));
        await person.refused('listTickets', 'agent_not_found');
      }
    });

    it('returns to a service the tickets of the agent that it acts for', async () => {
      const { agent, ticket } = await desk.assignedTicket();
      const service = await desk.service();
      expect(await service.ok('listTickets', 200, actingFor(agent.email))).toMatchObject([{ id: ticket.id }]);
    });

    it('is refused to an agent without a record', async () => {
      const newAgent = await desk.newAgent();
      await newAgent.refused('listTickets', 'agent_not_found');
    });
  });
