import type { RouteName } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { TestClient } from '../../test-client.ts';
import type { Desk } from '../../open-desk.ts';
import { unknownParams } from '../request/route-table.ts';

const byTicket: readonly { name: RouteName; json?: unknown }[] = [
  { name: 'getTicket' },
  { name: 'setPickedTime' },
  { name: 'closeTicket' },
  { name: 'closeRoom' },
  { name: 'declineTicket', json: {} },
  { name: 'escalateTicket', json: {} },
  { name: 'transferTicket', json: { queueId: 'default' } },
  { name: 'transferTicket', json: { queueId: 'nowhere' } },
  { name: 'transferTicket', json: { agentId: 'nobody' } },
];

/** All of an answer that a client could tell two refusals apart by, but for what differs at each request. */
const refusal = async (
  client: TestClient,
  name: RouteName,
  options: { params: Record<string, string>; json: unknown },
) => {
  const { status, headers, error } = await client.call(name, options);
  const names = [...headers.keys()].toSorted();
  return { status, names, error: { ...error, id: '' }, length: headers.get('Content-Length') };
};

export const ticketAccess = (desk: Desk) =>
  describe('someone else’s ticket', () => {
    it.each(byTicket)(
      'is to $name by an agent as one that there is not, with $json',
      async ({ name, json }) => {
        const { agent: owner, params } = await desk.assignedTicket();
        await owner.ok('setOffline', 200);
        const waiting = await desk.createTicket();
        const queued = { ticketID: waiting.id, roomID: waiting.metadata.roomId };
        const other = await desk.onlineAgent({ capacity: 0 });

        const nothing = await refusal(other, name, { params: unknownParams(), json });
        expect(nothing.error).toMatchObject({
          code: name === 'closeRoom' ? 'room_not_found' : 'ticket_not_found',
        });
        expect(await refusal(other, name, { params, json })).toEqual(nothing);
        expect(await refusal(other, name, { params: queued, json })).toEqual(nothing);

        const service = await desk.service();
        const record = await service.ok('getTicket', 200, { params });
        expect(record).toMatchObject({ status: 'ASSIGNED', metadata: { isChatRoomClosed: false } });
        expect(record.metadata).not.toHaveProperty('pickedTimestamp');
      },
    );

    it('is not in another agent’s list', async () => {
      await desk.assignedTicket();
      const other = await desk.onlineAgent();
      expect(await other.ok('listTickets', 200)).toEqual([]);
    });
  });
