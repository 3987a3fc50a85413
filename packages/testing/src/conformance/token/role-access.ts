import { Role } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { validBody } from '../request/valid-body.ts';
import { unknownParams, routeTable } from '../request/route-table.ts';

/** What an allowed call may get when it names nothing that exists. */
const otherErrors = [
  undefined,
  'agent_required',
  'agent_not_found',
  'ticket_not_found',
  'room_not_found',
  'customer_not_found',
  'ticket_of_another_agent',
];

const pairs = routeTable.flatMap(({ name, route }) => {
  const { access } = route;
  if (access === 'public') return [];
  return Role.options.map((role) => ({ name, role, allowed: access.includes(role) }));
});

/**
 * Proves for every route and every role of the contract’s table that the desk allows the call or refuses it, and that a
 * refused call changes nothing.
 */
export const roleAccess = (desk: Desk) =>
  describe('the access of a role', () => {
    it.each(pairs.filter(({ allowed }) => !allowed))(
      'refuses $name to the role $role',
      async ({ name, role }) => {
        const client = await desk.signIn({ role });
        await client.refused(name, 'role_not_allowed', { ...validBody(name), params: unknownParams() });
      },
    );

    it.each(pairs.filter(({ allowed }) => allowed))(
      'allows $name to the role $role',
      async ({ name, role }) => {
        const client = await desk.signIn({ role });
        const query = name === 'searchMessages' ? { query: { q: 'word' } } : {};
        const { error, text } = await client.call(name, {
          ...validBody(name),
          params: unknownParams(),
          ...query,
        });
        expect(otherErrors, text).toContain(error?.code);
      },
    );

    it('is checked before the body', async () => {
      const customer = await desk.signIn({ role: 'customer' });
      await customer.refused('createTicket', 'role_not_allowed', { json: { customer: 1 } });
    });

    it('prevents every change that is not allowed', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const customer = await desk.signIn({ role: 'customer', sub: agent.id });
      await customer.refused('closeTicket', 'role_not_allowed', { params });
      await customer.refused('setOffline', 'role_not_allowed');
      await agent.refused('deleteAgent', 'role_not_allowed', { params: { agentID: agent.id } });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: ticket.id }]);
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });
  });
