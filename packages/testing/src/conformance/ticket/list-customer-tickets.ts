import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { readIds } from '../list/pages.ts';
import { send } from '../room/message.ts';

/** A customer with a closed chat of another agent, and an open one that the agent has. */
async function returningCustomer(desk: Desk) {
  const earlier = await desk.pickedTicket({ metadata: { orderId: 'earlier' } });
  await send(earlier.customer, earlier.params, { text: 'first chat' });
  await send(earlier.agent, earlier.params, { kind: 'note', text: 'promised a refund' });
  await earlier.agent.ok('closeTicket', 200, { params: earlier.params });
  await earlier.agent.ok('setOffline', 200);
  const { customer } = earlier.ticket;
  const { agent, ...later } = await desk.assignedTicket({ customer, metadata: { orderId: 'later' } });
  return { earlier, later, agent, params: { customerID: customer.id } };
}

/**
 * Proves who gets the tickets of a customer, and that an agent reads the earlier chats of a customer while it has a ticket of
 * it, and writes in none of them.
 */
export const listCustomerTickets = (desk: Desk) =>
  describe('listCustomerTickets (GET /v1/customers/{customerID}/tickets)', () => {
    it.each(['service', 'supervisor', 'admin'] as const)(
      'gives the role %s all tickets of a customer, the newest first',
      async (role) => {
        const { earlier, later, params } = await returningCustomer(desk);
        const person = await desk.signIn({ role });
        expect(await readIds(person, 'listCustomerTickets', { params })).toEqual([
          later.ticket.id,
          earlier.ticket.id,
        ]);
        const { tickets } = await person.ok('listCustomerTickets', 200, { params });
        expect(tickets[1]).toMatchObject({ status: 'CLOSED', agentId: earlier.agent.id });
      },
    );

    it('is empty for a customer without tickets', async () => {
      const service = await desk.service();
      const params = { customerID: crypto.randomUUID() };
      expect(await service.ok('listCustomerTickets', 200, { params })).toEqual({ tickets: [] });
    });

    it('gives an agent the earlier chats of a customer while it has one of the tickets', async () => {
      const { earlier, later, agent, params } = await returningCustomer(desk);
      expect(await readIds(agent, 'listCustomerTickets', { params })).toEqual([
        later.ticket.id,
        earlier.ticket.id,
      ]);
      const { messages } = await agent.ok('listMessages', 200, { params: earlier.params });
      expect(messages).toMatchObject([{ text: 'first chat' }, { text: 'promised a refund' }]);
      expect(await agent.ok('getRoom', 200, { params: earlier.params })).toMatchObject({ isClosed: true });

      await agent.ok('closeTicket', 200, { params: later.params });
      await agent.refused('listCustomerTickets', 'customer_not_found', { params });
      await agent.refused('listMessages', 'room_not_found', { params: earlier.params });
      await agent.refused('getRoom', 'room_not_found', { params: earlier.params });
    });

    it('gives other agents nothing, also the one who had an earlier chat', async () => {
      const { earlier, later, params } = await returningCustomer(desk);
      const stranger = await desk.onlineAgent({ capacity: 0 });
      for (const agent of [stranger, earlier.agent]) {
        const error = await agent.refused('listCustomerTickets', 'customer_not_found', { params });
        expect(error?.source).toEqual({ parameter: 'customerID' });
        await agent.refused('listMessages', 'room_not_found', { params: later.params });
      }
      await stranger.refused('listMessages', 'room_not_found', { params: earlier.params });
    });

    it('lets an agent write in no earlier chat', async () => {
      const { earlier, agent } = await returningCustomer(desk);
      const { params } = earlier;
      const json = { clientMessageId: crypto.randomUUID(), kind: 'note', text: 'late' };
      await agent.refused('sendMessage', 'room_not_found', { params, json });
      await agent.refused('setReadPosition', 'room_not_found', { params, json: { seq: 1 } });
      await agent.refused('closeRoom', 'room_not_found', { params });
      await agent.refused('closeTicket', 'ticket_not_found', { params });
    });
  });
