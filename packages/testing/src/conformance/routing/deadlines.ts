import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { pause } from '../../pause.ts';

// A deadline of one second, and the time until the next sweep of a desk.
const soon = { timeout: 8_000, interval: 100 };
/** Waits long enough for a deadline of one second to act. */
const settle = () => pause(2_500);

const queueWithShortTimeout = { id: 'default', pickTimeoutSeconds: 1 };

/**
 * Proves that the desk acts on its deadlines without a request: pick timeout, missed offers, retry, widen steps and
 * wrap-up. The settings make each deadline one or two seconds long, and the test waits.
 */
export const deadlines = (desk: Desk) =>
  describe('a deadline', () => {
    it('offers a ticket to the next agent when the pick timeout ends', async () => {
      await desk.putSettings({ queues: [queueWithShortTimeout] });
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await expect
        .poll(() => desk.getTicket(params.ticketID), soon)
        .toMatchObject({ agentId: other.id, status: 'REASSIGNED' });
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      await other.ok('setPickedTime', 200, { params });
      await agent.refused('setPickedTime', 'ticket_not_found', { params });
      await settle();
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ agentId: other.id });
    });

    it('sets an agent away who misses two offers in a row', async () => {
      await desk.putSettings({ queues: [queueWithShortTimeout] });
      const { agent } = await desk.assignedTicket();
      await expect.poll(() => agent.ok('listTickets', 200), soon).toEqual([]);
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
      await expect.poll(() => agent.ok('getAgentInfo', 200), soon).toMatchObject({ status: 'away' });
      expect(await agent.ok('listTickets', 200)).toEqual([]);
    });

    it('offers a ticket again to an agent who declined it, after the pick timeout, if no other agent can take it', async () => {
      await desk.putSettings({ queues: [queueWithShortTimeout], missesUntilAway: 100 });
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('declineTicket', 204, { params, json: {} });
      await expect.poll(() => agent.ok('listTickets', 200), soon).toMatchObject([{ id: params.ticketID }]);
    });

    it('does not end an offer that a person made by a transfer', async () => {
      await desk.putSettings({ queues: [queueWithShortTimeout] });
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: other.id } });
      await settle();
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ agentId: other.id });
    });

    it('widens the search step by step: it drops a need, then admits the next tier', async () => {
      const widen = [
        { afterSeconds: 1, drop: ['vip'] },
        { afterSeconds: 2, tier: 2 },
      ];
      await desk.putSettings({ queues: [{ id: 'default', needs: ['vip', 'language:tha'], widen }] });
      const thai = await desk.onlineAgent({ capacity: 1, skills: ['language:tha'] });
      const second = await desk.onlineAgent({ skills: ['language:tha', 'tier:2'] });
      const metadata = { language: 'tha' };
      const [first, next] = [await desk.createTicket({ metadata }), await desk.createTicket({ metadata })];
      expect([first.agentId, next.agentId]).toEqual([undefined, undefined]);
      await expect.poll(() => desk.getTicket(first.id), soon).toMatchObject({ agentId: thai.id });
      await expect
        .poll(() => desk.getTicket(next.id), soon)
        .toMatchObject({ agentId: second.id, status: 'ASSIGNED', tier: 1 });
    });

    it('closes a ticket at the end of its wrap-up time', async () => {
      await desk.putSettings({ queues: [{ id: 'default', wrapUpSeconds: 1 }] });
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [first, next] = [await desk.createTicket(), await desk.createTicket()];
      await agent.ok('closeRoom', 200, { params: { roomID: first.metadata.roomId } });
      expect(await desk.getTicket(first.id)).toMatchObject({ wrapUpTimestamp: expect.any(Number) });
      await expect.poll(() => desk.getTicket(first.id), soon).toMatchObject({ status: 'CLOSED' });
      await expect.poll(() => agent.ok('listTickets', 200), soon).toMatchObject([{ id: next.id }]);
    });
  });
