import type { TicketStatus } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

type Params = { ticketID: string; roomID: string };

/** Every status that a ticket can stand in, the way there, and what it can go to by PUT …/status. */
const states: Partial<
  Record<TicketStatus, { after: TicketStatus[]; reach: (desk: Desk) => Promise<Params> }>
> = {
  CREATED: {
    after: ['WORKFLOW_PENDING', 'ESCALATED', 'ERROR', 'CLOSED'],
    reach: (desk) => waitingAfter(desk),
  },
  WORKFLOW_PENDING: {
    after: ['WORKFLOW_DONE', 'ERROR', 'CLOSED'],
    reach: (desk) => waitingAfter(desk, 'WORKFLOW_PENDING'),
  },
  WORKFLOW_DONE: {
    after: ['ESCALATED', 'ERROR', 'CLOSED'],
    reach: (desk) => waitingAfter(desk, 'WORKFLOW_PENDING', 'WORKFLOW_DONE'),
  },
  ASSIGNED: {
    after: ['ESCALATED', 'ERROR', 'CLOSED'],
    reach: async (desk) => (await desk.assignedTicket()).params,
  },
  ESCALATED: { after: ['ERROR', 'CLOSED'], reach: (desk) => waitingAfter(desk, 'ESCALATED') },
  ERROR: { after: ['CLOSED'], reach: (desk) => waitingAfter(desk, 'ERROR') },
  CHAT_CLOSED: {
    after: ['CLOSED'],
    reach: async (desk) => {
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('closeRoom', 200, { params });
      return params;
    },
  },
  CLOSED: { after: [], reach: (desk) => waitingAfter(desk, 'CLOSED') },
};
const targets = ['WORKFLOW_PENDING', 'WORKFLOW_DONE', 'ESCALATED', 'ERROR', 'CLOSED'] as const;
const pairs = Object.entries(states).flatMap(([from, { after, reach }]) =>
  targets.map((to) => ({
    from,
    to,
    reach,
    outcome: from === to ? 'same' : after.includes(to) ? 'done' : 'no',
  })),
);

async function waitingAfter(desk: Desk, ...statuses: TicketStatus[]): Promise<Params> {
  const { id, metadata } = await desk.createTicket();
  const service = await desk.service();
  const params = { ticketID: id, roomID: metadata.roomId };
  for (const status of statuses) await service.ok('setTicketStatus', 200, { params, json: { status } });
  return params;
}

export const setTicketStatus = (desk: Desk) =>
  describe('PUT /v1/tickets/{ticketID}/status', () => {
    it.each(pairs.filter(({ outcome }) => outcome === 'done'))(
      'takes a ticket from $from to $to',
      async ({ to, reach }) => {
        const params = await reach(desk);
        const service = await desk.service();
        const answer = await service.ok('setTicketStatus', 200, { params, json: { status: to, note: 'so' } });
        expect(answer).toMatchObject({ id: params.ticketID, status: to });
      },
    );

    it.each(pairs.filter(({ outcome }) => outcome === 'no'))(
      'does not take a ticket from $from to $to, and says what it could',
      async ({ from, to, reach }) => {
        const params = await reach(desk);
        const before = await desk.getTicket(params.ticketID);
        const service = await desk.service();
        const refused = { params, json: { status: to } };
        const error = await service.refused('setTicketStatus', 'transition_not_allowed', refused);
        expect(error?.meta).toEqual({ ticketStatus: from, allowedStatuses: expect.any(Array) });
        expect(error?.meta?.allowedStatuses).not.toContain(to);
        expect(await desk.getTicket(params.ticketID)).toMatchObject({
          ...before,
          metadata: expect.anything(),
        });
      },
    );

    it.each(pairs.filter(({ outcome }) => outcome === 'same'))(
      'answers the same when a ticket is $to already, and changes nothing',
      async ({ to, reach }) => {
        const params = await reach(desk);
        const service = await desk.service();
        const before = await service.call('getTicket', { params });
        const again = await service.call('setTicketStatus', { params, json: { status: to } });
        expect(again.status, again.text).toBe(200);
        expect(again.json).toMatchObject({ status: to });
        expect(again.headers.get('ETag')).toBe(before.headers.get('ETag'));
      },
    );

    it('keeps a ticket from agents while a workflow has it, and gives it to them after', async () => {
      const params = await waitingAfter(desk, 'WORKFLOW_PENDING');
      const agent = await desk.onlineAgent();
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      const service = await desk.service();
      const done = { params, json: { status: 'WORKFLOW_DONE' } };
      expect(await service.ok('setTicketStatus', 200, done)).toMatchObject({
        status: 'ASSIGNED',
        agentId: agent.id,
      });
    });

    it('takes a ticket that went wrong from its agent until a person gives it to one', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [failed, waiting] = [await desk.createTicket(), await desk.createTicket()];
      const params = { ticketID: failed.id };
      await agent.ok('setPickedTime', 200, { params });
      const service = await desk.service();
      const json = { status: 'ERROR', note: 'the order can not be read' };
      const error = await service.ok('setTicketStatus', 200, { params, json });
      expect(error).toMatchObject({ status: 'ERROR' });
      expect(error).not.toHaveProperty('agentId');
      expect(error.metadata).not.toHaveProperty('assignedTimestamp');
      expect(error.metadata).not.toHaveProperty('pickedTimestamp');
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: waiting.id }]);

      const other = await desk.onlineAgent();
      expect(await other.ok('listTickets', 200)).toEqual([]);
      await service.ok('transferTicket', 200, { params, json: { agentId: other.id } });
      expect(await other.ok('listTickets', 200)).toMatchObject([{ id: failed.id }]);
    });

    it.each(['CREATED', 'ASSIGNED', 'CHAT_CLOSED', 'CLOSED'] as const)(
      'notes a refund on a ticket that is %s, which stays so',
      async (status) => {
        const params = (await states[status]?.reach(desk)) ?? { ticketID: '', roomID: '' };
        const service = await desk.service();
        const json = { status: 'REFUND_CREATED', note: 'SGD 12.40' };
        const { agentId } = await desk.getTicket(params.ticketID);
        const noted = await service.ok('setTicketStatus', 200, { params, json });
        expect(noted).toMatchObject({ status, ...(agentId === undefined ? {} : { agentId }) });
      },
    );

    it.each(['CREATED', 'ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED', 'OPEN', 'closed', '__proto__', '', 1, null])(
      'is no way to %j',
      async (status) => {
        const { id } = await desk.createTicket();
        const service = await desk.service();
        const params = { ticketID: id };
        const error = await service.refused('setTicketStatus', 'body_invalid', { params, json: { status } });
        expect(error?.source).toEqual({ pointer: '/status' });
      },
    );

    it('knows no ticket that was never taken in', async () => {
      const service = await desk.service();
      const params = { ticketID: crypto.randomUUID() };
      const fields = { priority: 1 };
      for (const status of [...targets, 'REFUND_CREATED', 'UPDATE_FIELD']) {
        const json = { status, ...(status === 'UPDATE_FIELD' ? { fields } : {}) };
        await service.refused('setTicketStatus', 'ticket_not_found', { params, json });
      }
    });
  });
