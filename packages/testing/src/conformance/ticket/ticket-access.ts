import type { RouteName } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { refusal } from '../request/refusal.ts';
import { unknownParams } from '../request/route-table.ts';

const calls: readonly (readonly [title: string, name: RouteName, json: unknown])[] = [
  ['getTicket', 'getTicket', undefined],
  ['setPickedTime', 'setPickedTime', undefined],
  ['closeTicket', 'closeTicket', undefined],
  ['closeRoom', 'closeRoom', undefined],
  ['declineTicket', 'declineTicket', {}],
  ['escalateTicket', 'escalateTicket', {}],
  ['transferTicket to a queue', 'transferTicket', { queueId: 'default' }],
  ['transferTicket to an unknown queue', 'transferTicket', { queueId: 'nowhere' }],
  ['transferTicket to an unknown agent', 'transferTicket', { agentId: 'nobody' }],
];

/**
 * Proves that an agent cannot use a ticket of another agent or of the queue, or learn that it exists: each response equals
 * that for an unknown ticket, and the ticket stays as it was.
 */
export const ticketAccess = (desk: Desk) =>
  describe('a ticket of another agent', () => {
    it.each(calls)('looks to %s like an unknown ticket', async (_, name, json) => {
      const { agent: owner, params } = await desk.assignedTicket();
      await owner.ok('setOffline', 200);
      const waiting = await desk.createTicket();
      const queued = { ticketID: waiting.id, roomID: waiting.metadata.roomId };
      const other = await desk.onlineAgent({ capacity: 0 });

      const unknown = await refusal(other, name, { params: unknownParams(), json });
      expect(unknown.error).toMatchObject({
        code: name === 'closeRoom' ? 'room_not_found' : 'ticket_not_found',
      });
      expect(await refusal(other, name, { params, json })).toEqual(unknown);
      expect(await refusal(other, name, { params: queued, json })).toEqual(unknown);

      const service = await desk.service();
      const record = await service.ok('getTicket', 200, { params });
      expect(record).toMatchObject({ status: 'ASSIGNED', metadata: { isChatRoomClosed: false } });
      expect(record.metadata).not.toHaveProperty('pickedTimestamp');
      expect(await desk.getTicket(waiting.id)).toMatchObject({ status: 'CREATED', tier: 1 });
    });

    it('is not in the list of an agent who does not have it', async () => {
      await desk.assignedTicket();
      const other = await desk.onlineAgent();
      expect(await other.ok('listTickets', 200)).toEqual([]);
    });
  });
