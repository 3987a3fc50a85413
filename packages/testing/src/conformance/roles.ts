import { Role } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../desk.ts';
import { fittingBody } from './bodies.ts';
import { freshParams, routeTable } from './route-table.ts';

const pairs = routeTable.flatMap(({ name, route }) => {
  const { access } = route;
  if (access === 'public') return [];
  return Role.options.map((role) => ({ name, role, allowed: access.includes(role) }));
});

export const roles = (desk: Desk) =>
  describe('a role', () => {
    it.each(pairs.filter(({ allowed }) => !allowed))('$role may not $name', async ({ name, role }) => {
      const caller = await desk.person({ role });
      await caller.refused(name, 'role_not_allowed', { ...fittingBody(name), params: freshParams() });
    });

    it.each(pairs.filter(({ allowed }) => allowed))('$role may $name', async ({ name, role }) => {
      const caller = await desk.person({ role });
      const { error } = await caller.call(name, { ...fittingBody(name), params: freshParams() });
      expect(error?.code).not.toBe('role_not_allowed');
    });

    it('is judged before the body: who may not, learns nothing of it', async () => {
      const customer = await desk.person({ role: 'customer' });
      await customer.refused('createTicket', 'role_not_allowed', { json: { customer: 1 } });
    });

    it('does nothing where it is not allowed', async () => {
      const { agent, ticket, params } = await desk.assignment();
      const customer = await desk.person({ role: 'customer', sub: agent.id });
      await customer.refused('closeTicket', 'role_not_allowed', { params });
      await customer.refused('setOffline', 'role_not_allowed');
      await agent.refused('deleteAgent', 'role_not_allowed', { params: { agentID: agent.id } });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: ticket.id }]);
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });
  });
