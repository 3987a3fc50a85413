import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

/** Three agents who came online one after the other, and a way to see who of them gets a new chat. */
const crew = async (desk: Desk) => {
  const names = ['ann', 'ben', 'cho'];
  const agents: { id: string }[] = [];
  for (let made = 0; made < names.length; made += 1) {
    agents.push(await desk.onlineAgent());
    await nextInstant();
  }
  const give = async () => {
    await nextInstant();
    const { id, agentId } = await desk.createTicket();
    await nextInstant();
    return { id, name: names[agents.findIndex((agent) => agent.id === agentId)] ?? 'nobody' };
  };
  return { agents, give };
};

const close = async (desk: Desk, ticketID: string) => {
  await (await desk.service()).ok('closeTicket', 200, { params: { ticketID } });
  await nextInstant();
};

export const strategies = (desk: Desk) =>
  describe('the agent whose turn it is', () => {
    it('is the least loaded, of these the one idle for longest', async () => {
      await desk.putSettings({ strategy: 'least_loaded' });
      const { give } = await crew(desk);
      const [one, two, three] = [await give(), await give(), await give()];
      expect([one, two, three].map(({ name }) => name)).toEqual(['ann', 'ben', 'cho']);
      await close(desk, three.id);
      await close(desk, one.id);
      expect([await give(), await give(), await give()].map(({ name }) => name)).toEqual([
        'cho',
        'ann',
        'ben',
      ]);
    });

    it('is the one idle for longest, whatever its load', async () => {
      await desk.putSettings({ strategy: 'longest_idle' });
      const { give } = await crew(desk);
      const [one, two, three] = [await give(), await give(), await give()];
      await close(desk, one.id);
      expect([one, two, three].map(({ name }) => name)).toEqual(['ann', 'ben', 'cho']);
      expect([await give(), await give(), await give()].map(({ name }) => name)).toEqual([
        'ben',
        'cho',
        'ann',
      ]);
    });

    it('is the one who got a ticket least lately, whatever it ended since', async () => {
      await desk.putSettings({ strategy: 'round_robin' });
      const { agents, give } = await crew(desk);
      const first = [await give(), await give(), await give()];
      for (const { id } of first.toReversed()) await close(desk, id);
      const second = [await give(), await give(), await give()];
      const names = first.map(({ name }) => name);
      expect(new Set(names).size).toBe(agents.length);
      expect(second.map(({ name }) => name)).toEqual(names);
    });

    it('is the customer’s last agent before any other, while that one may receive', async () => {
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

    it('is any other when the settings give nobody the same agent again', async () => {
      await desk.putSettings({ stickySeconds: 0 });
      const customer = desk.newCustomer();
      const { agent, params } = await desk.assignedTicket({ customer });
      await agent.ok('closeTicket', 200, { params });
      await desk.createTicket();
      const other = await desk.onlineAgent();
      expect(await desk.createTicket({ customer })).toMatchObject({ agentId: other.id });
    });
  });
