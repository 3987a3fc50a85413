import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { send } from '../room/message.ts';
import { lastSeq, readEventLog } from './event-log.ts';

/**
 * Proves that the event log holds every event of a ticket’s life, in order, once and complete. One ticket goes through
 * its life, and the log is read in small pages.
 */
export const listEvents = (desk: Desk) =>
  describe('listEvents (GET /v1/events)', () => {
    it('returns every event in order and once', async () => {
      const start = await lastSeq(desk);
      const { agent, customer, ticket, params } = await desk.assignedTicket();
      await agent.ok('setPickedTime', 200, { params });
      const sent = await send(customer, params, { text: 'hello' });
      await agent.ok('setReadPosition', 200, { params, json: { seq: 1 } });
      await agent.ok('closeRoom', 200, { params });
      await agent.ok('closeTicket', 200, { params });

      const log = await readEventLog(desk, start);
      const numbers = log.map(({ seq }) => seq);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      const ofTicket = log.filter(({ ticketId }) => ticketId === ticket.id);
      expect(ofTicket.map(({ type }) => type)).toEqual([
        'ticket.created',
        'ticket.assigned',
        'ticket.picked',
        'message.posted',
        'room.read',
        'room.closed',
        'ticket.closed',
      ]);
      const { timestamp, ...message } = sent;
      expect(ofTicket[3]).toEqual({
        seq: expect.any(Number),
        type: 'message.posted',
        timestamp,
        ticketId: ticket.id,
        agentId: agent.id,
        actor: { role: 'customer', id: customer.id },
        data: { roomId: params.roomID, ...message },
      });
      expect(ofTicket[4]).toMatchObject({
        agentId: agent.id,
        data: { roomId: params.roomID, role: 'agent', id: agent.id, seq: 1 },
      });
    });

    it('returns an empty page after the last event, with the last `seq`', async () => {
      const service = await desk.service();
      const end = await lastSeq(desk);
      expect(await service.ok('listEvents', 200, { query: { after: end } })).toEqual({
        events: [],
        lastSeq: end,
      });
    });

    it.each(['supervisor', 'admin', 'service'] as const)(
      'lets the role %s read the event log, page by page',
      async (role) => {
        const person = await desk.signIn({ role });
        const { events: some } = await person.ok('listEvents', 200, { query: { limit: 2 } });
        expect(some).toHaveLength(2);
      },
    );
  });
