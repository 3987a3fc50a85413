import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

export const whatIsHeard = (stage: Stage) =>
  describe('a connection', () => {
    it('selects the protocol, says ready, and tells nothing before it is asked to', async () => {
      const { watcher } = await stage.enter({ role: 'supervisor' });
      const seq = await watcher.ready();
      expect(watcher.socket.protocol).toBe('chat-ticket.v1');
      const ticket = await stage.intake();
      expect(watcher.events()).toEqual([]);
      watcher.send({ type: 'resume', seq });
      await watcher.sees(watcher.types, ['ticket.created']);
      expect(watcher.events()[0]).toMatchObject({
        seq: seq + 1,
        data: { ticketId: ticket.id, roomId: ticket.metadata.roomId, status: 'CREATED' },
      });
    });

    it('tells a supervisor all, an agent its own, and nobody the same twice', async () => {
      const supervisor = await stage.person({ role: 'supervisor' });
      const board = await stage.follow(supervisor.token);
      const { agent, ticket, params } = await stage.assignment();
      const own = await stage.follow(agent.token);
      const other = await stage.follow((await stage.agent()).token);
      await agent.ok('setPickedTime', 200, { params });
      await agent.ok('setPickedTime', 200, { params });
      await agent.ok('closeRoom', 200, { params });
      await own.sees(own.types, ['ticket.picked', 'room.closed']);
      expect(other.events()).toEqual([]);
      const ofTicket = () =>
        board.events().flatMap(({ type, data }) => (data['ticketId'] === ticket.id ? [type] : []));
      await board.sees(ofTicket, ['ticket.created', 'ticket.assigned', 'ticket.picked', 'room.closed']);
      expect(board.seqs()).toEqual([...new Set(board.seqs())].toSorted((a, b) => a - b));
    });

    it('tells both agents when a person gives a ticket on', async () => {
      const { agent, ticket, params } = await stage.assignment();
      const receiver = await stage.onlineAgent();
      const [from, to] = [await stage.follow(agent.token), await stage.follow(receiver.token)];
      const supervisor = await stage.person({ role: 'supervisor' });
      await supervisor.ok('transferTicket', 200, { params, json: { agentId: receiver.id } });
      const given = {
        type: 'ticket.assigned',
        data: { ticketId: ticket.id, agentId: receiver.id, fromAgentId: agent.id },
      };
      for (const watcher of [from, to]) {
        await watcher.sees(watcher.types, ['ticket.assigned']);
        expect(watcher.events()).toMatchObject([given]);
      }
    });

    it('tells a customer of its own room alone, and nothing from the inside', async () => {
      const ticket = await stage.intake();
      const watcher = await stage.follow((await stage.customerOf(ticket)).token);
      const stranger = await stage.follow((await stage.customerOf(await stage.intake())).token);
      const agent = await stage.onlineAgent();
      const service = await stage.service();
      const params = { ticketID: ticket.id, roomID: ticket.metadata.roomId };
      await service.ok('setTicketStatus', 200, {
        params,
        json: { status: 'REFUND_CREATED', note: 'inside' },
      });
      await agent.ok('closeRoom', 200, { params });
      await agent.ok('closeTicket', 200, { params });
      await watcher.sees(watcher.types, ['ticket.assigned', 'room.closed', 'ticket.closed']);
      for (const { data } of watcher.events())
        expect(Object.keys(data).toSorted()).toEqual(['roomId', 'status', 'ticketId', 'timestamp']);
      await expect.poll(() => stranger.types()).toEqual(['ticket.assigned']);
    });

    it('answers a ping, and passes typing on within the room', async () => {
      const { agent, ticket } = await stage.assignment();
      const own = await stage.follow(agent.token);
      const customer = await stage.customerOf(ticket);
      const watcher = await stage.follow(customer.token);
      own.send({ type: 'ping' });
      await own.sees(() => own.controls().map(({ type }) => type), ['ready', 'pong']);
      own.send({ type: 'typing', roomId: ticket.metadata.roomId });
      const from = { role: 'agent', id: agent.id, name: agent.name };
      await watcher.sees(
        () => watcher.controls().slice(1),
        [{ type: 'typing', data: { roomId: ticket.metadata.roomId, from } }],
      );
      watcher.send({ type: 'typing', roomId: ticket.metadata.roomId });
      await own.sees(() => own.controls().map(({ type }) => type), ['ready', 'pong', 'typing']);
      expect(watcher.controls()).toHaveLength(2);
    });
  });
