import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

const update = (fields: unknown) => ({ json: { status: 'UPDATE_FIELD', fields } });

/**
 * Proves what UPDATE_FIELD changes in a ticket and its routing, that it never makes two open tickets of one customer, entity
 * and order, and which fields it refuses.
 */
export const updateFields = (desk: Desk) =>
  describe('UPDATE_FIELD of setTicketStatus', () => {
    it('changes the named fields and leaves other fields and the status', async () => {
      const customer = desk.newCustomer();
      const metadata = { ccr: 'delivery', orderId: 'o1', entityId: 'FP_SG', language: 'eng' };
      const { agent, ticket, params } = await desk.assignedTicket({ customer, metadata, content: { a: 1 } });
      const service = await desk.service();
      const changed = await service.ok('setTicketStatus', 200, {
        params,
        ...update({ content: { b: [2] }, metadata: { language: 'zho' }, priority: 7 }),
      });
      expect(changed).toMatchObject({
        status: 'ASSIGNED',
        agentId: agent.id,
        customer,
        priority: 7,
        metadata: { ...metadata, language: 'zho', roomId: ticket.metadata.roomId },
      });
      expect(changed.content).toEqual({ b: [2] });
      expect(await desk.getTicket(ticket.id)).toMatchObject({ priority: 7, content: { b: [2] } });
    });

    it('removes a field that is set to an empty text', async () => {
      const { id } = await desk.createTicket({ metadata: { language: 'eng', entityId: 'FP_SG' } });
      const service = await desk.service();
      const sent = { params: { ticketID: id }, ...update({ metadata: { language: '', entityId: '' } }) };
      const { metadata } = await service.ok('setTicketStatus', 200, sent);
      expect(metadata).not.toHaveProperty('language');
      expect(metadata).not.toHaveProperty('entityId');
    });

    it('moves a waiting ticket to the queue that now takes it, and to an agent there', async () => {
      const thai = { id: 'thai', takes: { languages: ['tha'] }, needs: ['language:{language}'] };
      const sg = { id: 'sg', takes: { entityIds: ['FP_SG'] }, needs: ['sg'] };
      await desk.putSettings({ queues: [thai, sg, { id: 'default', needs: ['nobody'] }] });
      const agent = await desk.onlineAgent({ skills: ['language:tha'] });
      const service = await desk.service();
      const { id, queueId } = await desk.createTicket();
      expect(queueId).toBe('default');
      const sent = (metadata: unknown) => ({ params: { ticketID: id }, ...update({ metadata }) });
      const inSg = await service.ok('setTicketStatus', 200, sent({ entityId: 'FP_SG' }));
      expect(inSg).toMatchObject({ status: 'CREATED', queueId: 'sg' });
      const inThai = await service.ok('setTicketStatus', 200, sent({ language: 'tha' }));
      expect(inThai).toMatchObject({ status: 'ASSIGNED', queueId: 'thai', agentId: agent.id });
    });

    it('moves a waiting ticket to the place of its new priority', async () => {
      const [first, second] = [await desk.createTicket(), await desk.createTicket()];
      const service = await desk.service();
      await service.ok('setTicketStatus', 200, {
        params: { ticketID: second.id },
        ...update({ priority: 1 }),
      });
      const agent = await desk.onlineAgent({ capacity: 1 });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: second.id }]);
      expect(await desk.getTicket(first.id)).toMatchObject({ status: 'CREATED' });
    });

    it('is refused when another open ticket has the same customer, entity and order', async () => {
      const customer = desk.newCustomer();
      const service = await desk.service();
      const one = await desk.createTicket({ customer, metadata: { entityId: 'FP_SG', orderId: 'o1' } });
      const two = await desk.createTicket({ customer, metadata: { entityId: 'FP_SG', orderId: 'o2' } });
      const params = { ticketID: two.id };
      const sent = { params, ...update({ metadata: { orderId: 'o1' }, priority: 3 }) };
      const error = await service.refused('setTicketStatus', 'ticket_exists', sent);
      expect(error?.source).toEqual({ pointer: '/fields/metadata' });
      expect(await desk.getTicket(two.id)).toMatchObject({ priority: 0, metadata: { orderId: 'o2' } });

      await service.ok('setTicketStatus', 200, { params, ...update({ metadata: { orderId: 'o2' } }) });
      await service.ok('closeTicket', 200, { params: { ticketID: one.id } });
      expect(await service.ok('setTicketStatus', 200, sent)).toMatchObject({ metadata: { orderId: 'o1' } });
    });

    it('succeeds for one of four tickets that get the same order at once', async () => {
      const customer = desk.newCustomer();
      const service = await desk.service();
      const tickets = [];
      for (const orderId of ['o1', 'o2', 'o3', 'o4'])
        tickets.push(await desk.createTicket({ customer, metadata: { orderId } }));
      const responses = await Promise.all(
        tickets.map(({ id }) =>
          service.call('setTicketStatus', {
            params: { ticketID: id },
            ...update({ metadata: { orderId: 'same' } }),
          }),
        ),
      );
      expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    });

    it('is refused for a closed ticket', async () => {
      const { id } = await desk.createTicket();
      const service = await desk.service();
      const params = { ticketID: id };
      await service.ok('closeTicket', 200, { params });
      const sent = { params, ...update({ priority: 1 }) };
      const error = await service.refused('setTicketStatus', 'transition_not_allowed', sent);
      expect(error?.meta).toEqual({ ticketStatus: 'CLOSED', allowedStatuses: [] });
    });

    it.each([
      ['empty fields', {}, '/fields'],
      ['a priority above 100', { priority: 101 }, '/fields/priority'],
      ['a list as content', { content: [1] }, '/fields/content'],
      ['a number as language', { metadata: { language: 1 } }, '/fields/metadata/language'],
      ['a room', { metadata: { roomId: 'mine' } }, '/fields/metadata/roomId'],
      ['another customer', { customer: { id: 'c' } }, '/fields/customer'],
    ])('refuses %s, and the error points to the fault', async (_, fields, pointer) => {
      const { id } = await desk.createTicket();
      const service = await desk.service();
      const sent = { params: { ticketID: id }, ...update(fields) };
      const error = await service.refused('setTicketStatus', 'body_invalid', sent);
      expect(error?.source).toEqual({ pointer });
    });

    it('requires `fields`, which every other status refuses', async () => {
      const { id } = await desk.createTicket();
      const service = await desk.service();
      const params = { ticketID: id };
      const none = { params, json: { status: 'UPDATE_FIELD' } };
      await service.refused('setTicketStatus', 'body_invalid', none);
      const others = { params, json: { status: 'CLOSED', fields: { priority: 1 } } };
      const error = await service.refused('setTicketStatus', 'body_invalid', others);
      expect(error?.source).toEqual({ pointer: '/fields' });
    });
  });
