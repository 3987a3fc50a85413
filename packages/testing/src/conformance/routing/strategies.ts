import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

/** Brings three agents online, one after the other. `assign` creates a ticket and returns the name of its agent. */
const threeAgents = async (desk: Desk) => {
  const names = ['ann', 'ben', 'cho'];
  const agents: { id: string }[] = [];
  for (let n = 0; n < names.length; n += 1) {
    agents.push(await desk.onlineAgent());
    await nextInstant();
  }
  const assign = async () => {
    await nextInstant();
    const { id, agentId } = await desk.createTicket();
    await nextInstant();
    return { id, name: names[agents.findIndex((agent) => agent.id === agentId)] ?? 'none' };
  };
  return { agents, assign };
};

const close = async (desk: Desk, ticketID: string) => {
  await (await desk.service()).ok('closeTicket', 200, { params: { ticketID } });
  await nextInstant();
};

/**
 * Proves which agent each strategy prefers, and that a customer gets the same agent again. Three agents come online in a
 * known order, and tickets are created and closed so that the strategies differ.
 */
export const strategies = (desk: Desk) =>
  describe('the next agent', () => {
    it('has the least load, and of several the longest idle time (least_loaded)', async () => {
      await desk.putSettings({ strategy: 'least_loaded' });
      const { assign } = await threeAgents(desk);
      const [one, two, three] = [await assign(), await assign(), await assign()];
      expect([one, two, three].map(({ name }) => name)).toEqual(['ann', 'ben', 'cho']);
      await close(desk, three.id);
      await close(desk, one.id);
      expect([await assign(), await assign(), await assign()].map(({ name }) => name)).toEqual([
        'cho',
        'ann',
        'ben',
      ]);
    });

    it('has the longest idle time, with any load (longest_idle)', async () => {
      await desk.putSettings({ strategy: 'longest_idle' });
      const { assign } = await threeAgents(desk);
      const [one, two, three] = [await assign(), await assign(), await assign()];
      await close(desk, one.id);
      expect([one, two, three].map(({ name }) => name)).toEqual(['ann', 'ben', 'cho']);
      expect([await assign(), await assign(), await assign()].map(({ name }) => name)).toEqual([
        'ben',
        'cho',
        'ann',
      ]);
    });

    it('got its last ticket earliest, whenever it closed one (round_robin)', async () => {
      await desk.putSettings({ strategy: 'round_robin' });
      const { agents, assign } = await threeAgents(desk);
      const first = [await assign(), await assign(), await assign()];
      for (const { id } of first.toReversed()) await close(desk, id);
      const second = [await assign(), await assign(), await assign()];
      const names = first.map(({ name }) => name);
      expect(new Set(names).size).toBe(agents.length);
      expect(second.map(({ name }) => name)).toEqual(names);
    });

    it('is the customer’s last agent, if that one may receive tickets', async () => {
      const service = await desk.service();
      const customer = desk.newCustomer();
      const { agent, params } = await desk.assignedTicket({ customer });
      await agent.ok('closeTicket', 200, { params });
      await desk.createTicket();
      const other = await desk.onlineAgent();
      const again = await desk.createTicket({ customer });
      expect(again.agentId).toBe(agent.id);
      await service.ok('closeTicket', 200, { params: { ticketID: again.id } });
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      expect(await desk.createTicket({ customer })).toMatchObject({ agentId: other.id });
    });

    it('is chosen by the strategy alone if `stickySeconds` is 0', async () => {
      await desk.putSettings({ stickySeconds: 0 });
      const customer = desk.newCustomer();
      const { agent, params } = await desk.assignedTicket({ customer });
      await agent.ok('closeTicket', 200, { params });
      await desk.createTicket();
      const other = await desk.onlineAgent();
      expect(await desk.createTicket({ customer })).toMatchObject({ agentId: other.id });
    });
  });
