import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** A deadline of one second, and time for a desk that looks for what is due once in a while. */
const soon = { timeout: 8_000, interval: 100 };
/** Longer than what would change it takes. */
const settle = () => new Promise<void>((resolve) => void setTimeout(resolve, 2_500));

const impatient = { id: 'default', pickTimeoutSeconds: 1 };

export const deadlines = (desk: Desk) =>
  describe('what falls due', () => {
    it('gives an offer that is not picked in time to the next agent', async () => {
      await desk.putSettings({ queues: [impatient] });
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

    it('sends an agent away who misses two offers in a row', async () => {
      await desk.putSettings({ queues: [impatient] });
      const { agent } = await desk.assignedTicket();
      await expect.poll(() => agent.ok('listTickets', 200), soon).toEqual([]);
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
      await expect.poll(() => agent.ok('getAgentInfo', 200), soon).toMatchObject({ status: 'away' });
      expect(await agent.ok('listTickets', 200)).toEqual([]);
    });

    it('asks one who declined again after the pick timeout, when nobody else is there', async () => {
      await desk.putSettings({ queues: [impatient], missesUntilAway: 100 });
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('declineTicket', 204, { params, json: {} });
      await expect.poll(() => agent.ok('listTickets', 200), soon).toMatchObject([{ id: params.ticketID }]);
    });

    it('takes no ticket from an agent whom a person chose', async () => {
      await desk.putSettings({ queues: [impatient] });
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: other.id } });
      await settle();
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ agentId: other.id });
    });

    it('widens the search: a need is dropped, then the next tier may take it', async () => {
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

    it('ends wrap-up after the time that the queue gives it', async () => {
      await desk.putSettings({ queues: [{ id: 'default', wrapUpSeconds: 1 }] });
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [first, next] = [await desk.createTicket(), await desk.createTicket()];
      await agent.ok('closeRoom', 200, { params: { roomID: first.metadata.roomId } });
      expect(await desk.getTicket(first.id)).toMatchObject({ wrapUpTimestamp: expect.any(Number) });
      await expect.poll(() => desk.getTicket(first.id), soon).toMatchObject({ status: 'CLOSED' });
      await expect.poll(() => agent.ok('listTickets', 200), soon).toMatchObject([{ id: next.id }]);
    });
  });
