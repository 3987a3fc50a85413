import { describe, expect, it } from 'vitest';
import type { LiveDesk } from './live-desk.ts';

/**
 * Proves which frames each role receives: a supervisor every event, an agent those of its own tickets, a customer
 * those of its own room without internal data. Each test follows the desk with several connections and compares
 * the frames after the HTTP calls of a ticket’s life.
 */
export const eventVisibility = (desk: LiveDesk) =>
  describe('a connection', () => {
    it('selects the sub-protocol, sends `ready`, and sends no event before the client resumes', async () => {
      const { token } = await desk.signIn({ role: 'supervisor' });
      const recorder = desk.connect(token);
      const seq = await recorder.ready();
      expect(recorder.socket.protocol).toBe('chat-ticket.v1');
      const ticket = await desk.createTicket();
      expect(recorder.events()).toEqual([]);
      recorder.send({ type: 'resume', seq });
      await recorder.expectEventually(recorder.types, ['ticket.created']);
      expect(recorder.events()[0]).toMatchObject({
        seq: seq + 1,
        data: { ticketId: ticket.id, roomId: ticket.metadata.roomId, status: 'CREATED' },
      });
    });

    it('sends a supervisor every event, an agent those of its tickets, and each event once', async () => {
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const all = await desk.follow(supervisor.token);
      const { agent, ticket, params } = await desk.assignedTicket();
      const own = await desk.follow(agent.token);
      const other = await desk.follow((await desk.newAgent()).token);
      await agent.ok('setPickedTime', 200, { params });
      await agent.ok('setPickedTime', 200, { params });
      await agent.ok('closeRoom', 200, { params });
      await own.expectEventually(own.types, ['ticket.picked', 'room.closed']);
      expect(other.events()).toEqual([]);
      const ofTicket = () =>
        all.events().flatMap(({ type, data }) => (data['ticketId'] === ticket.id ? [type] : []));
      await all.expectEventually(ofTicket, [
        'ticket.created',
        'ticket.assigned',
        'ticket.picked',
        'room.closed',
      ]);
      expect(all.seqs()).toEqual([...new Set(all.seqs())].toSorted((a, b) => a - b));
    });

    it('sends both agents the event when a person transfers a ticket', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const receiver = await desk.onlineAgent();
      const [from, to] = [await desk.follow(agent.token), await desk.follow(receiver.token)];
      const supervisor = await desk.signIn({ role: 'supervisor' });
      await supervisor.ok('transferTicket', 200, { params, json: { agentId: receiver.id } });
      const transferred = {
        type: 'ticket.assigned',
        data: { ticketId: ticket.id, agentId: receiver.id, fromAgentId: agent.id },
      };
      for (const recorder of [from, to]) {
        await recorder.expectEventually(recorder.types, ['ticket.assigned']);
        expect(recorder.events()).toMatchObject([transferred]);
      }
    });

    it('sends a customer the events of its own room, without internal data', async () => {
      const ticket = await desk.createTicket();
      const recorder = await desk.follow((await desk.customerOf(ticket)).token);
      const other = await desk.follow((await desk.customerOf(await desk.createTicket())).token);
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const params = { ticketID: ticket.id, roomID: ticket.metadata.roomId };
      await service.ok('setTicketStatus', 200, {
        params,
        json: { status: 'REFUND_CREATED', note: 'internal' },
      });
      await agent.ok('closeRoom', 200, { params });
      await agent.ok('closeTicket', 200, { params });
      await recorder.expectEventually(recorder.types, ['ticket.assigned', 'room.closed', 'ticket.closed']);
      for (const { data } of recorder.events())
        expect(Object.keys(data).toSorted()).toEqual(['roomId', 'status', 'ticketId', 'timestamp']);
      await other.expectEventually(other.types, ['ticket.assigned']);
    });

    it('replies to a ping, and forwards `typing` to the others in the room', async () => {
      const { agent, customer, ticket } = await desk.assignedTicket();
      const { roomId } = ticket.metadata;
      const ofAgent = await desk.follow(agent.token);
      const ofCustomer = await desk.follow(customer.token);
      const types = () => ofAgent.controls().map(({ type }) => type);
      ofAgent.send({ type: 'ping' });
      await ofAgent.expectEventually(types, ['ready', 'pong']);
      ofAgent.send({ type: 'typing', roomId });
      const from = { role: 'agent', name: agent.name };
      await ofCustomer.expectEventually(
        () => ofCustomer.controls().slice(1),
        [{ type: 'typing', data: { roomId, from } }],
      );
      ofCustomer.send({ type: 'typing', roomId });
      await ofAgent.expectEventually(types, ['ready', 'pong', 'typing']);
      expect(ofCustomer.controls()).toHaveLength(2);
    });
  });
