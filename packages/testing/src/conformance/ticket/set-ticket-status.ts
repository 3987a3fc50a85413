import type { TicketStatus } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

type Params = { ticketID: string; roomID: string };

/** For each status of a ticket: the statuses that may follow, and how a test brings a ticket there. */
const states: Partial<
  Record<TicketStatus, { allowed: TicketStatus[]; reach: (desk: Desk) => Promise<Params> }>
> = {
  CREATED: {
    allowed: ['WORKFLOW_PENDING', 'ASSIGNED', 'REASSIGNED', 'ESCALATED', 'CLOSED', 'ERROR'],
    reach: (desk) => waitingAfter(desk),
  },
  WORKFLOW_PENDING: {
    allowed: ['WORKFLOW_DONE', 'ERROR', 'CLOSED'],
    reach: (desk) => waitingAfter(desk, 'WORKFLOW_PENDING'),
  },
  WORKFLOW_DONE: {
    allowed: ['ASSIGNED', 'REASSIGNED', 'ESCALATED', 'CLOSED', 'ERROR'],
    reach: (desk) => waitingAfter(desk, 'WORKFLOW_PENDING', 'WORKFLOW_DONE'),
  },
  ASSIGNED: {
    allowed: ['REASSIGNED', 'ESCALATED', 'CHAT_CLOSED', 'CLOSED', 'ERROR'],
    reach: async (desk) => (await desk.assignedTicket()).params,
  },
  REASSIGNED: {
    allowed: ['REASSIGNED', 'ESCALATED', 'CHAT_CLOSED', 'CLOSED', 'ERROR'],
    reach: async (desk) => {
      const { agent, params } = await desk.assignedTicket();
      const { id } = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: id } });
      return params;
    },
  },
  ESCALATED: {
    allowed: ['ASSIGNED', 'REASSIGNED', 'CLOSED', 'ERROR'],
    reach: (desk) => waitingAfter(desk, 'ESCALATED'),
  },
  ERROR: {
    allowed: ['ASSIGNED', 'REASSIGNED', 'CLOSED'],
    reach: (desk) => waitingAfter(desk, 'ERROR'),
  },
  CHAT_CLOSED: { allowed: ['CLOSED'], reach: async (desk) => (await desk.ticketInWrapUp()).params },
  CLOSED: { allowed: [], reach: (desk) => waitingAfter(desk, 'CLOSED') },
};
/** The statuses that the route can set. */
const targets = ['WORKFLOW_PENDING', 'WORKFLOW_DONE', 'ESCALATED', 'ERROR', 'CLOSED'] as const;
const pairs = Object.entries(states).flatMap(([from, { allowed, reach }]) =>
  targets.map((to) => ({
    from,
    to,
    allowed,
    reach,
    outcome: from === to ? 'unchanged' : allowed.includes(to) ? 'changed' : 'refused',
  })),
);

async function waitingAfter(desk: Desk, ...statuses: TicketStatus[]): Promise<Params> {
  const { params } = await desk.waitingTicket();
  const service = await desk.service();
  for (const status of statuses) await service.ok('setTicketStatus', 200, { params, json: { status } });
  return params;
}

/**
 * Proves every transition that the route can make. For each status of a ticket and each status that can be set, the ticket
 * changes, stays, or the error lists what is allowed.
 */
export const setTicketStatus = (desk: Desk) =>
  describe('setTicketStatus (PUT /v1/tickets/{ticketID}/status)', () => {
    it.each(pairs.filter(({ outcome }) => outcome === 'changed'))(
      'changes a ticket from $from to $to',
      async ({ to, reach }) => {
        const params = await reach(desk);
        const service = await desk.service();
        const record = await service.ok('setTicketStatus', 200, {
          params,
          json: { status: to, note: 'why' },
        });
        expect(record).toMatchObject({ id: params.ticketID, status: to });
      },
    );

    it.each(pairs.filter(({ outcome }) => outcome === 'refused'))(
      'refuses to change a ticket from $from to $to, and lists the allowed statuses',
      async ({ from, to, allowed, reach }) => {
        const params = await reach(desk);
        const before = await desk.getTicket(params.ticketID);
        const service = await desk.service();
        const refused = { params, json: { status: to } };
        const error = await service.refused('setTicketStatus', 'transition_not_allowed', refused);
        expect(error?.meta).toEqual({ ticketStatus: from, allowedStatuses: allowed });
        expect(await desk.getTicket(params.ticketID)).toEqual({
          ...before,
          metadata: { ...before.metadata, currentTimestamp: expect.any(Number) },
        });
      },
    );

    it.each(pairs.filter(({ outcome }) => outcome === 'unchanged'))(
      'changes nothing when a ticket already is $to',
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

    it('keeps a ticket waiting while a workflow has it, and assigns it after WORKFLOW_DONE', async () => {
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

    it('takes a ticket in status ERROR from its agent, and keeps it waiting until a person transfers it', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [failed, waiting] = [await desk.createTicket(), await desk.createTicket()];
      const params = { ticketID: failed.id };
      await agent.ok('setPickedTime', 200, { params });
      const service = await desk.service();
      const json = { status: 'ERROR', note: 'the order cannot be read' };
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
      'records a refund of a ticket in status %s, which stays the same',
      async (status) => {
        const params = (await states[status]?.reach(desk)) ?? { ticketID: '', roomID: '' };
        const service = await desk.service();
        const json = { status: 'REFUND_CREATED', note: 'SGD 12.40' };
        const { agentId } = await desk.getTicket(params.ticketID);
        const record = await service.ok('setTicketStatus', 200, { params, json });
        expect(record).toMatchObject({ status, ...(agentId === undefined ? {} : { agentId }) });
      },
    );

    it.each(['CREATED', 'ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED', 'OPEN', 'closed', '__proto__', '', 1, null])(
      'refuses the status %j',
      async (status) => {
        const { id } = await desk.createTicket();
        const service = await desk.service();
        const params = { ticketID: id };
        const error = await service.refused('setTicketStatus', 'body_invalid', { params, json: { status } });
        expect(error?.source).toEqual({ pointer: '/status' });
      },
    );

    it('refuses an unknown ticket', async () => {
      const service = await desk.service();
      const params = { ticketID: crypto.randomUUID() };
      const fields = { priority: 1 };
      for (const status of [...targets, 'REFUND_CREATED', 'UPDATE_FIELD']) {
        const json = { status, ...(status === 'UPDATE_FIELD' ? { fields } : {}) };
        await service.refused('setTicketStatus', 'ticket_not_found', { params, json });
      }
    });
  });
