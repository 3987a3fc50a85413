import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/**
 * Proves that the history holds every change of a ticket, in order, with actor, reason and note. A ticket goes through
 * its life, and its history is read at the end.
 */
export const getTicketHistory = (desk: Desk) =>
  describe('getTicketHistory (GET /v1/tickets/{ticketID}/history)', () => {
    it('returns every change of a ticket, oldest first', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      await agent.ok('setPickedTime', 200, { params });
      await agent.ok('closeRoom', 200, { params });
      await agent.ok('closeTicket', 200, { params });

      const service = await desk.service();
      const { entries } = await service.ok('getTicketHistory', 200, { params });
      expect(entries.map(({ type, status, agentId }) => [type, status, agentId])).toEqual([
        ['ticket.created', 'CREATED', undefined],
        ['ticket.assigned', 'ASSIGNED', agent.id],
        ['ticket.picked', 'ASSIGNED', agent.id],
        ['room.closed', 'CHAT_CLOSED', agent.id],
        ['ticket.closed', 'CLOSED', agent.id],
      ]);
      for (const [i, entry] of entries.entries()) {
        const before = entries[i - 1] ?? { seq: 0, timestamp: ticket.createdTimestamp };
        expect(entry.seq).toBeGreaterThan(before.seq);
        expect(entry.timestamp).toBeGreaterThanOrEqual(before.timestamp);
        expect(entry.queueId).toBe(ticket.queueId);
      }
      expect(entries[1]).toMatchObject({ reason: 'least_loaded' });
      expect(entries[2]).toMatchObject({ actor: { role: 'agent', id: agent.id } });
    });

    it('returns the entries after a number', async () => {
      const { agent, params } = await desk.assignedTicket();
      const { entries, hasMore } = await agent.ok('getTicketHistory', 200, { params });
      expect(hasMore).toBe(false);
      const rest = await agent.ok('getTicketHistory', 200, { params, query: { after: entries[0]!.seq } });
      expect(rest).toEqual({ entries: entries.slice(1), hasMore: false });
      const none = await agent.ok('getTicketHistory', 200, { params, query: { after: entries.at(-1)!.seq } });
      expect(none).toEqual({ entries: [], hasMore: false });
    });

    it('shows changed fields as UPDATE_FIELD and refunds as REFUND_CREATED', async () => {
      const { id } = await desk.createTicket();
      const params = { ticketID: id };
      const service = await desk.service();
      const changed = { status: 'UPDATE_FIELD', fields: { priority: 9, metadata: { ccr: 'billing' } } };
      await service.ok('setTicketStatus', 200, { params, json: { ...changed, note: 'calls again' } });
      await service.ok('setTicketStatus', 200, { params, json: { status: 'REFUND_CREATED', note: '5 EUR' } });
      const { entries } = await service.ok('getTicketHistory', 200, { params });
      const actor = { role: 'service', id: service.id };
      expect(entries.slice(1)).toMatchObject([
        { status: 'UPDATE_FIELD', actor, note: 'calls again', changes: { priority: 9, ccr: 'billing' } },
        { status: 'REFUND_CREATED', actor, note: '5 EUR' },
      ]);
    });

    it('is open to the ticket’s agent, supervisors, admins and services', async () => {
      const { agent, params } = await desk.assignedTicket();
      const readers = [
        agent,
        await desk.signIn({ role: 'supervisor' }),
        await desk.signIn({ role: 'admin' }),
        await desk.service(),
      ];
      const histories = await Promise.all(
        readers.map((reader) => reader.ok('getTicketHistory', 200, { params })),
      );
      expect(new Set(histories.map((history) => JSON.stringify(history))).size).toBe(1);
    });

    it('refuses an unknown ticket', async () => {
      const service = await desk.service();
      for (const ticketID of [crypto.randomUUID(), '__proto__', "'OR'1'='1", '*'])
        await service.refused('getTicketHistory', 'ticket_not_found', { params: { ticketID } });
    });
  });
