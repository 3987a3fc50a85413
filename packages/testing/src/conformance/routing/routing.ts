import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

/** Creates tickets of new customers, one after the other. */
const createTickets = async (desk: Desk, count: number) => {
  const tickets = [];
  for (let n = 0; n < count; n += 1) {
    tickets.push(await desk.createTicket());
    await nextInstant();
  }
  return tickets;
};

const statusOf = async (desk: Desk, ticketID = '') => (await desk.getTicket(ticketID)).status;

/**
 * Proves which agent gets a ticket and which ticket an agent gets: least load, capacity, status, priority, age, and many
 * tickets at once. Agents and tickets are created in an order that leaves one right assignment.
 */
export const routing = (desk: Desk) =>
  describe('routing', () => {
    it('assigns a ticket to the online agent with the least load', async () => {
      const agents = [await desk.onlineAgent(), await desk.onlineAgent(), await desk.onlineAgent()];
      const loads = async () =>
        Promise.all(agents.map(async (agent) => (await agent.ok('listTickets', 200)).length));
      await createTickets(desk, 3);
      expect(await loads()).toEqual([1, 1, 1]);
      await createTickets(desk, 3);
      expect(await loads()).toEqual([2, 2, 2]);

      const [one] = agents;
      const [first] = (await one?.ok('listTickets', 200)) ?? [];
      await one?.ok('closeTicket', 200, { params: { ticketID: first?.id ?? '' } });
      expect(await desk.createTicket()).toMatchObject({ agentId: one?.id });
    });

    it('assigns it to the longest idle of the agents with the same load', async () => {
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

    it('assigns an agent as many tickets as its capacity, and lets the others wait', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [assigned, waiting] = await createTickets(desk, 2);
      expect(assigned).toMatchObject({ agentId: agent.id, status: 'ASSIGNED' });
      expect(waiting).toMatchObject({ status: 'CREATED' });
      expect(waiting).not.toHaveProperty('agentId');
    });

    it('gives an agent a capacity of three by default', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const tickets = await createTickets(desk, 4);
      expect(tickets.map(({ agentId }) => agentId)).toEqual([agent.id, agent.id, agent.id, undefined]);
    });

    it.each(['busy', 'break', 'away', 'offline'])(
      'assigns no ticket to an agent with the status %s',
      async (status) => {
        const agent = await desk.onlineAgent();
        await agent.ok('setStatus', 200, { json: { status } });
        const waiting = await desk.createTicket();
        expect(waiting.status).toBe('CREATED');
        await agent.ok('setStatus', 200, { json: { status: 'online' } });
        expect(await statusOf(desk, waiting.id)).toBe('ASSIGNED');
      },
    );

    it('assigns no ticket to an agent with a capacity of 0, or one that was never online', async () => {
      await desk.onlineAgent({ capacity: 0 });
      const saved = await desk.newAgent();
      const service = await desk.service();
      const json = { email: saved.email, name: saved.name };
      await service.ok('putAgent', 200, { params: { agentID: saved.id }, json });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
    });

    it('assigns waiting tickets, oldest first, when an agent comes online', async () => {
      const waiting = (await createTickets(desk, 4)).map(({ id }) => id);
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      const listed = await agent.ok('listTickets', 200);
      expect(listed.map(({ id }) => id)).toEqual(waiting.slice(0, 3));
      expect(await statusOf(desk, waiting[3])).toBe('CREATED');
    });

    it('assigns the next waiting ticket when an agent closes a ticket, but not when it closes the room', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const [assigned, next] = await createTickets(desk, 2);
      const params = { ticketID: assigned?.id ?? '', roomID: assigned?.metadata.roomId ?? '' };
      await agent.ok('closeRoom', 200, { params });
      expect(await statusOf(desk, next?.id)).toBe('CREATED');
      await agent.ok('closeTicket', 200, { params });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: next?.id }]);
    });

    it('assigns waiting tickets when a capacity is raised', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const tickets = await createTickets(desk, 3);
      const service = await desk.service();
      const json = { email: agent.email, name: agent.name, capacity: 3 };
      await service.ok('putAgent', 200, { params: { agentID: agent.id }, json });
      const listed = await agent.ok('listTickets', 200);
      expect(listed.map(({ id }) => id)).toEqual(tickets.map(({ id }) => id));
    });

    it('takes no ticket from an agent whose capacity is lowered', async () => {
      const agent = await desk.onlineAgent();
      await createTickets(desk, 2);
      const service = await desk.service();
      const json = { email: agent.email, name: agent.name, capacity: 1 };
      const record = await service.ok('putAgent', 200, { params: { agentID: agent.id }, json });
      expect(record).toMatchObject({ capacity: 1, load: 2 });
      const [first] = await agent.ok('listTickets', 200);
      const waiting = await desk.createTicket();
      await agent.ok('closeTicket', 200, { params: { ticketID: first?.id ?? '' } });
      expect(await statusOf(desk, waiting.id)).toBe('CREATED');
    });

    it('assigns the ticket of the highest priority first, and the oldest of the same priority', async () => {
      const agent = await desk.onlineAgent({ capacity: 0 });
      const created: string[] = [];
      for (const priority of [0, 1, 100, 1]) {
        created.push((await desk.createTicket({ priority })).id);
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
      const [oldest, one, urgent, secondOne] = created;
      expect(order).toEqual([urgent, one, secondOne, oldest]);
    });

    it('assigns each of many simultaneous tickets to one agent, and exceeds no capacity', async () => {
      const agents = await Promise.all([1, 2, 3, 4].map((capacity) => desk.onlineAgent({ capacity })));
      const created = await Promise.all(Array.from({ length: 20 }, () => desk.createTicket()));
      const lists = await Promise.all(agents.map((agent) => agent.ok('listTickets', 200)));
      expect(lists.map((list) => list.length)).toEqual([1, 2, 3, 4]);
      expect(new Set(lists.flat().map(({ id }) => id)).size).toBe(10);
      expect(created.filter(({ agentId }) => agentId === undefined)).toHaveLength(10);
    });
  });
