import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';

/**
 * Proves what closing a room changes in the room, the ticket and the agent’s load, and who may do it.
 * The agent’s list and record and the ticket are read after the close. Refused calls are followed by a read.
 */
export const closeRoom = (desk: Desk) =>
  describe('closeRoom (DELETE /v1/rooms/{roomID})', () => {
    it('closes the room and returns its ticket, also when it is repeated', async () => {
      const { agent, ticket, params } = await desk.pickedTicket();
      const closed = await agent.ok('closeRoom', 200, { params });
      expect(closed).toEqual({
        id: ticket.id,
        content: ticket.content,
        customer: ticket.customer,
        metadata: {
          roomId: ticket.metadata.roomId,
          assignedTimestamp: ticket.metadata.assignedTimestamp,
          pickedTimestamp: expect.any(Number),
          currentTimestamp: expect.any(Number),
          isChatRoomClosed: true,
        },
      });
      const again = await agent.ok('closeRoom', 200, { params });
      expect(again).toEqual({
        ...closed,
        metadata: { ...closed.metadata, currentTimestamp: expect.any(Number) },
      });
    });

    it('keeps the ticket in the agent’s list and load until the ticket is closed', async () => {
      const { agent, ticket, params } = await desk.ticketInWrapUp();
      const service = await desk.service();
      expect(await agent.ok('listTickets', 200)).toMatchObject([
        { id: ticket.id, metadata: { isChatRoomClosed: true } },
      ]);
      expect(await service.ok('getAgent', 200, { params: { agentID: agent.id } })).toMatchObject({ load: 1 });

      await agent.ok('closeTicket', 200, { params });
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      expect(await service.ok('getAgent', 200, { params: { agentID: agent.id } })).toMatchObject({ load: 0 });
    });

    it('returns the same after the ticket is closed', async () => {
      const { agent, ticket, params } = await desk.closedTicket();
      expect(await agent.ok('closeRoom', 200, { params })).toMatchObject({
        id: ticket.id,
        metadata: { isChatRoomClosed: true },
      });
      const service = await desk.service();
      expect(await service.ok('getTicket', 200, { params })).toMatchObject({ status: 'CLOSED' });
    });

    it('lets a service act for the agent who has the ticket', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const service = await desk.service();
      expect(await service.ok('closeRoom', 200, { params, ...actingFor(agent.email) })).toMatchObject({
        id: ticket.id,
      });
    });

    it('is refused to a service that names an agent who does not have the ticket', async () => {
      const { params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      const service = await desk.service();
      await service.refused('closeRoom', 'ticket_of_another_agent', { params, ...actingFor(other.id) });
      expect(await service.ok('getTicket', 200, { params })).toMatchObject({
        status: 'ASSIGNED',
        metadata: { isChatRoomClosed: false },
      });
    });

    it('is refused to a service for a waiting ticket', async () => {
      const agent = await desk.onlineAgent({ capacity: 0 });
      const { metadata } = await desk.createTicket();
      const service = await desk.service();
      await service.refused('closeRoom', 'ticket_of_another_agent', {
        params: { roomID: metadata.roomId },
        ...actingFor(agent.id),
      });
    });

    it('refuses an unknown room', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const params = { roomID: crypto.randomUUID() };
      await agent.refused('closeRoom', 'room_not_found', { params });
      await service.refused('closeRoom', 'room_not_found', { params, ...actingFor(agent.id) });
    });
  });
