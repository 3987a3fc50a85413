import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { send } from './message.ts';

/**
 * Proves what the people in a room read about it. Each of them reads it before and after a message and the close.
 */
export const getRoom = (desk: Desk) =>
  describe('getRoom (GET /v1/rooms/{roomID})', () => {
    it('returns the ticket, the agent, the last message number and whether the room is closed', async () => {
      const { agent, customer, ticket, params } = await desk.assignedTicket();
      const room = {
        roomId: params.roomID,
        ticketId: ticket.id,
        isClosed: false,
        lastSeq: 0,
        reads: [],
        agent: { id: agent.id, name: agent.name },
      };
      const ofCustomer = { ...room, agent: { name: agent.name } };
      expect(await customer.ok('getRoom', 200, { params })).toEqual(ofCustomer);
      expect(await agent.ok('getRoom', 200, { params })).toEqual(room);
      await send(customer, params);
      await agent.ok('closeRoom', 200, { params });
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const after = { isClosed: true, lastSeq: 1 };
      for (const person of [agent, supervisor])
        expect(await person.ok('getRoom', 200, { params })).toEqual({ ...room, ...after });
      expect(await customer.ok('getRoom', 200, { params })).toEqual({ ...ofCustomer, ...after });
    });

    it('returns no agent while the ticket waits', async () => {
      const ticket = await desk.createTicket();
      const service = await desk.service();
      const room = await service.ok('getRoom', 200, { params: { roomID: ticket.metadata.roomId } });
      expect(room).not.toHaveProperty('agent');
    });
  });
