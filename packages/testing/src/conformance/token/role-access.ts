import { Role } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { validBody } from '../request/valid-body.ts';
import { unknownParams, routeTable } from '../request/route-table.ts';

const pairs = routeTable.flatMap(({ name, route }) => {
  const { access } = route;
  if (access === 'public') return [];
  return Role.options.map((role) => ({ name, role, allowed: access.includes(role) }));
});

export const roleAccess = (desk: Desk) =>
  describe('a role', () => {
    it.each(pairs.filter(({ allowed }) => !allowed))('$role may not $name', async ({ name, role }) => {
      const client = await desk.signIn({ role });
      await client.refused(name, 'role_not_allowed', { ...validBody(name), params: unknownParams() });
    });

    it.each(pairs.filter(({ allowed }) => allowed))('$role may $name', async ({ name, role }) => {
      const client = await desk.signIn({ role });
      const { error } = await client.call(name, { ...validBody(name), params: unknownParams() });
      expect(error?.code).not.toBe('role_not_allowed');
    });

    it('is judged before the body: who may not, learns nothing of it', async () => {
      const customer = await desk.signIn({ role: 'customer' });
      await customer.refused('createTicket', 'role_not_allowed', { json: { customer: 1 } });
    });

    it('does nothing where it is not allowed', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const customer = await desk.signIn({ role: 'customer', sub: agent.id });
      await customer.refused('closeTicket', 'role_not_allowed', { params });
      await customer.refused('setOffline', 'role_not_allowed');
      await agent.refused('deleteAgent', 'role_not_allowed', { params: { agentID: agent.id } });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: ticket.id }]);
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });
  });
