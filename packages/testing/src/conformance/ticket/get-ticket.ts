import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/**
 * Proves what the record of a ticket shows in each state of its life, and who may read it.
 * One ticket is read after each step of its life, and by each role.
 */
export const getTicket = (desk: Desk) =>
  describe('getTicket (GET /v1/tickets/{ticketID})', () => {
    it('returns a waiting ticket as it was created', async () => {
      const ticket = await desk.createTicket({ content: { subject: 'cold' }, priority: 7 });
      const service = await desk.service();
      const record = await service.ok('getTicket', 200, { params: { ticketID: ticket.id } });
      expect(record).toEqual({
        ...ticket,
        status: 'CREATED',
        metadata: { ...ticket.metadata, currentTimestamp: expect.any(Number) },
      });
      expect(record).not.toHaveProperty('agentId');
      expect(record).not.toHaveProperty('closedTimestamp');
      expect(record.metadata).not.toHaveProperty('assignedTimestamp');
    });

    it('shows each status of the ticket’s life', async () => {
      const { agent, params } = await desk.assignedTicket();
      const service = await desk.service();
      const read = () => service.ok('getTicket', 200, { params });
      expect(await read()).toMatchObject({ status: 'ASSIGNED', agentId: agent.id });

      await agent.ok('setPickedTime', 200, { params });
      const picked = await read();
      expect(picked).toMatchObject({ status: 'ASSIGNED', metadata: { isChatRoomClosed: false } });
      expect(picked.metadata.pickedTimestamp).toBeGreaterThanOrEqual(
        picked.metadata.assignedTimestamp ?? NaN,
      );

      await agent.ok('closeRoom', 200, { params });
      expect(await read()).toMatchObject({ status: 'CHAT_CLOSED', metadata: { isChatRoomClosed: true } });

      await agent.ok('closeTicket', 200, { params });
      const closed = await read();
      expect(closed).toMatchObject({ status: 'CLOSED', metadata: { isChatRoomClosed: true } });
      expect(closed.closedTimestamp).toBeGreaterThanOrEqual(picked.createdTimestamp);
    });

    it('is open to the ticket’s agent, supervisors, admins and services', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const readers = [
        agent,
        await desk.signIn({ role: 'supervisor' }),
        await desk.signIn({ role: 'admin' }),
        await desk.service(),
      ];
      for (const reader of readers) {
        expect(await reader.ok('getTicket', 200, { params })).toMatchObject({ id: ticket.id });
      }
    });

    it('refuses an unknown ticket', async () => {
      const service = await desk.service();
      for (const ticketID of [crypto.randomUUID(), '__proto__', 'constructor', "'OR'1'='1", '*']) {
        await service.refused('getTicket', 'ticket_not_found', { params: { ticketID } });
      }
    });
  });
