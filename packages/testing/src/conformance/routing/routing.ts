import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

/** New tickets of new customers, one after the other. */
const intakes = async (desk: Desk, count: number) => {
  const taken = [];
  for (let made = 0; made < count; made += 1) {
    taken.push(await desk.createTicket());
    await nextInstant();
  }
  return taken;
};

const statusOf = async (desk: Desk, ticketID = '') => {
  const service = await desk.service();
  return (await service.ok('getTicket', 200, { params: { ticketID } })).status;
};

export const routing = (desk: Desk) =>
  describe('routing', () => {
    it('gives a ticket to the agent online with the least load', async () => {
      const agents = [await desk.onlineAgent(), await desk.onlineAgent(), await desk.onlineAgent()];
      const loads = async () =>
        Promise.all(agents.map(async (agent) => (await agent.ok('listTickets', 200)).length));
      await intakes(desk, 3);
      expect(await loads()).toEqual([1, 1, 1]);
      await intakes(desk, 3);
      expect(await loads()).toEqual([2, 2, 2]);

      const [one] = agents;
      const [first] = (await one?.ok('listTickets', 200)) ?? [];
      await one?.ok('closeTicket', 200, { params: { ticketID: first?.id ?? '' } });
      expect(await desk.createTicket()).toMatchObject({ agentId: one?.id });
    });

    it('gives it, of those with the same load, to the one idle for longest', async () => {
      const first = await desk.onlineAgent();
      await nextInstant();
      const second = await desk.onlineAgent();
      for (const expected of [first, second, first, second]) {
        await nextInstant();
        const ticket = await desk.createTicket();
        expect(ticket.agentId).toBe(expected.id);
        await nextInstant();
        await expected.ok('closeTicket', 200, { params: { ticketID: ticket.id } });
      }
    });

    it('fills an agent up to its capacity, and lets the rest wait', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [taken, waiting] = await intakes(desk, 2);
      expect(taken).toMatchObject({ agentId: agent.id, status: 'ASSIGNED' });
      expect(waiting).toMatchObject({ status: 'CREATED' });
      expect(waiting).not.toHaveProperty('agentId');
    });

    it('gives an agent three tickets when nobody set a capacity', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const taken = await intakes(desk, 4);
      expect(taken.map(({ agentId }) => agentId)).toEqual([agent.id, agent.id, agent.id, undefined]);
    });

    it.each(['busy', 'break', 'away', 'offline'])('gives nothing to an agent who is %s', async (status) => {
      const agent = await desk.onlineAgent();
      await agent.ok('setStatus', 200, { json: { status } });
      const waiting = await desk.createTicket();
      expect(waiting.status).toBe('CREATED');
      await agent.ok('setStatus', 200, { json: { status: 'online' } });
      expect(await statusOf(desk, waiting.id)).toBe('ASSIGNED');
    });

    it('gives nothing to an agent of no capacity, or one never online', async () => {
      await desk.onlineAgent({ capacity: 0 });
      const kept = await desk.newAgent();
      const service = await desk.service();
      const json = { email: kept.email, name: kept.name };
      await service.ok('putAgent', 200, { params: { agentID: kept.id }, json });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
    });

    it('drains the queue, oldest first, when an agent comes online', async () => {
      const waiting = (await intakes(desk, 4)).map(({ id }) => id);
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const listed = await agent.ok('listTickets', 200);
      expect(listed.map(({ id }) => id)).toEqual(waiting.slice(0, 3));
      expect(await statusOf(desk, waiting[3])).toBe('CREATED');
    });

    it('drains it when an agent closes a ticket, but not when it only closes the room', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [taken, next] = await intakes(desk, 2);
      const params = { ticketID: taken?.id ?? '', roomID: taken?.metadata.roomId ?? '' };
      await agent.ok('closeRoom', 200, { params });
      expect(await statusOf(desk, next?.id)).toBe('CREATED');
      await agent.ok('closeTicket', 200, { params });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: next?.id }]);
    });

    it('drains it when a capacity is raised', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const taken = await intakes(desk, 3);
      const service = await desk.service();
      const json = { email: agent.email, name: agent.name, capacity: 3 };
      await service.ok('putAgent', 200, { params: { agentID: agent.id }, json });
      const listed = await agent.ok('listTickets', 200);
      expect(listed.map(({ id }) => id)).toEqual(taken.map(({ id }) => id));
    });

    it('takes no ticket back when a capacity is lowered', async () => {
      const agent = await desk.onlineAgent();
      await intakes(desk, 2);
      const service = await desk.service();
      const json = { email: agent.email, name: agent.name, capacity: 1 };
      const record = await service.ok('putAgent', 200, { params: { agentID: agent.id }, json });
      expect(record).toMatchObject({ capacity: 1, load: 2 });
      const [first] = await agent.ok('listTickets', 200);
      const waiting = await desk.createTicket();
      await agent.ok('closeTicket', 200, { params: { ticketID: first?.id ?? '' } });
      expect(await statusOf(desk, waiting.id)).toBe('CREATED');
    });

    it('takes the highest priority first, and the oldest of the same', async () => {
      const agent = await desk.onlineAgent({ capacity: 0 });
      const made: string[] = [];
      for (const priority of [0, 1, 100, 1]) {
        made.push((await desk.createTicket({ priority })).id);
        await nextInstant();
      }
      const service = await desk.service();
      const order = [];
      for (const capacity of [1, 2, 3, 4]) {
        const json = { email: agent.email, name: agent.name, capacity };
        await service.ok('putAgent', 200, { params: { agentID: agent.id }, json });
        order.push((await agent.ok('listTickets', 200)).at(-1)?.id ?? '');
        await nextInstant();
      }
      const [oldest, one, urgent, secondOne] = made;
      expect(order).toEqual([urgent, one, secondOne, oldest]);
    });

    it('gives each of many tickets taken in at once to one agent, and none more than fit', async () => {
      const agents = await Promise.all([1, 2, 3, 4].map((capacity) => desk.onlineAgent({ capacity })));
      const made = await Promise.all(Array.from({ length: 20 }, () => desk.createTicket()));
      const lists = await Promise.all(agents.map((agent) => agent.ok('listTickets', 200)));
      expect(lists.map((list) => list.length)).toEqual([1, 2, 3, 4]);
      expect(new Set(lists.flat().map(({ id }) => id)).size).toBe(10);
      expect(made.filter(({ agentId }) => agentId === undefined)).toHaveLength(10);
    });
  });
