import type { RouteName } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../caller.ts';
import type { Desk } from '../desk.ts';
import { freshParams } from './route-table.ts';

const byTicket = ['getTicket', 'setPickedTime', 'closeTicket', 'closeRoom'] as const;

/** All of an answer that a caller could tell two refusals apart by, but for what differs at each request. */
const refusal = async (caller: Caller, name: RouteName, params: Record<string, string>) => {
  const { status, headers, error } = await caller.call(name, { params });
  const names = [...headers.keys()].toSorted();
  return { status, names, error: { ...error, id: '' }, length: headers.get('Content-Length') };
};

export const foreignTickets = (desk: Desk) =>
  describe('someone else’s ticket', () => {
    it.each(byTicket)('is to %s by an agent as one that there is not', async (name) => {
      const { agent: owner, params } = await desk.assignment();
      await owner.ok('setOffline', 200);
      const waiting = await desk.intake();
      const queued = { ticketID: waiting.id, roomID: waiting.metadata.roomId };
      const other = await desk.onlineAgent({ capacity: 0 });

      const nothing = await refusal(other, name, freshParams());
      expect(nothing.error).toMatchObject({
        code: name === 'closeRoom' ? 'room_not_found' : 'ticket_not_found',
      });
      expect(await refusal(other, name, params)).toEqual(nothing);
      expect(await refusal(other, name, queued)).toEqual(nothing);

      const service = await desk.service();
      const record = await service.ok('getTicket', 200, { params });
      expect(record).toMatchObject({ status: 'ASSIGNED', metadata: { isChatRoomClosed: false } });
      expect(record.metadata).not.toHaveProperty('pickedTimestamp');
    });

    it('is not in another agent’s list', async () => {
      await desk.assignment();
      const other = await desk.onlineAgent();
      expect(await other.ok('listTickets', 200)).toEqual([]);
    });
  });
