import { customerResponses, type RouteName, type Visibility } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from './message.ts';

/** The fields that are in the value, but not in the table. An item of an array has the path of the array. */
function hiddenFields(value: unknown, shown: Visibility, path = ''): string[] {
  if (typeof value !== 'object' || value === null || typeof shown === 'string') return [];
  if (Array.isArray(value)) return value.flatMap((item) => hiddenFields(item, shown, path));
  return Object.entries(value).flatMap(([name, field]) => {
    const visibility = shown[name];
    const isHidden =
      visibility === undefined || (visibility === 'ofCustomer' && Reflect.get(value, 'role') !== 'customer');
    return isHidden ? [`${path}/${name}`] : hiddenFields(field, visibility, `${path}/${name}`);
  });
}

/**
 * Proves that a customer gets the fields of the table of visibility and no others. An agent, a supervisor and a service
 * write and read in a room. The customer then calls every route that it may call.
 */
export const customerVisibility = (desk: Desk) =>
  describe('a customer', () => {
    it('gets the visible fields of every response, and no id of the people at the desk', async () => {
      const { agent, customer, ticket, params } = await desk.assignedTicket();
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const service = await desk.service();
      for (const sender of [agent, supervisor, service, customer]) await send(sender, params);
      await send(agent, params, { kind: 'note', text: 'internal' });
      for (const reader of [agent, supervisor, service])
        await reader.ok('setReadPosition', 200, { params, json: { seq: 5 } });
      const responses = {
        getRoom: await customer.ok('getRoom', 200, { params }),
        listMessages: await customer.ok('listMessages', 200, { params }),
        sendMessage: await customer.ok('sendMessage', 201, { params, json: newMessage() }),
        setReadPosition: await customer.ok('setReadPosition', 200, { params, json: { seq: 1 } }),
        getQueuePlace: await customer.ok('getQueuePlace', 200, { params }),
      };
      expect(Object.keys(responses).toSorted()).toEqual(Object.keys(customerResponses).toSorted());
      for (const [name, body] of Object.entries(responses)) {
        const shown = customerResponses[name as RouteName & keyof typeof customerResponses];
        expect(hiddenFields(body, shown), name).toEqual([]);
        const text = JSON.stringify(body);
        for (const { id } of [agent, supervisor, service]) expect(text, name).not.toContain(id);
      }
      expect(responses.getRoom).toEqual({
        roomId: params.roomID,
        ticketId: ticket.id,
        isClosed: false,
        lastSeq: 4,
        reads: [{ role: 'agent', seq: 4 }],
        agent: { name: agent.name },
      });
      expect(responses.listMessages.messages.map(({ from }) => from)).toEqual([
        { role: 'agent', name: agent.name },
        { role: 'supervisor', name: supervisor.name },
        { role: 'service', name: service.name },
        { role: 'customer', id: customer.id, name: customer.name },
      ]);
    });
  });
