import { Role, type Route } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { lastSeq } from '../event/event-log.ts';
import type { Desk } from '../../open-desk.ts';
import type { TestClient } from '../../test-client.ts';
import { refusal } from '../request/refusal.ts';
import { routeTable, unknownParams } from '../request/route-table.ts';
import { validBody } from '../request/valid-body.ts';
import { send } from '../room/message.ts';

const routesOfResources = routeTable.filter(({ route }) => Object.keys(route.params).length > 0);

const signInEach = async (
  desk: Desk,
  roles: readonly Role[],
  claims: Omit<Parameters<Desk['signIn']>[0], 'role'>,
) =>
  Promise.all(
    roles.map(async (role): Promise<[string, TestClient]> => [
      `${role} ${JSON.stringify(claims)}`,
      await desk.signIn({ role, ...claims }),
    ]),
  );

/** Signs in everybody who may not use a ticket, its room or its agent by this route. */
const signInStrangers = async (
  desk: Desk,
  { access }: Route,
  { agentId, customerId, roomID }: { agentId: string; customerId: string; roomID: string },
): Promise<[string, TestClient][]> => [
  ['another agent', await desk.onlineAgent({ capacity: 0 })],
  ...(await signInEach(desk, ['agent', 'customer'], {})),
  ...(await signInEach(desk, ['agent'], { room: roomID })),
  ...(await signInEach(desk, ['customer'], { sub: customerId })),
  ...(await signInEach(desk, ['customer'], { sub: customerId, room: crypto.randomUUID() })),
  ...(await signInEach(desk, ['customer'], { sub: agentId })),
  ...(await signInEach(desk, Role.options, { sub: agentId, room: roomID, workspace: 'elsewhere' })),
  ...(await signInEach(
    desk,
    Role.options.filter((role) => access !== 'public' && !access.includes(role)),
    { room: roomID },
  )),
];

/**
 * Proves for every route that names a ticket, a room or an agent, and for every kind of caller who may not use it, that
 * the desk refuses the call as if nothing had the id, and that nothing changes.
 */
export const hiddenResources = (desk: Desk) =>
  describe('a resource of somebody else', () => {
    it.each(routesOfResources)('looks to $name as if it did not exist', async ({ name, route }) => {
      const { agent, customer, params, ticket } = await desk.pickedTicket();
      await send(customer, params, { text: 'confidential' });
      const owned = { agentId: agent.id, customerId: ticket.customer.id, roomID: params.roomID };
      const strangers = await signInStrangers(desk, route, owned);
      const start = await lastSeq(desk);
      const body = validBody(name);
      for (const [who, stranger] of strangers) {
        const existing = await refusal(stranger, name, {
          params: { ...params, agentID: agent.id, customerID: ticket.customer.id },
          ...body,
        });
        expect(existing, who).toEqual(await refusal(stranger, name, { params: unknownParams(), ...body }));
        expect(existing.status, who).toBeGreaterThanOrEqual(400);
      }
      expect(await lastSeq(desk), 'the last event').toBe(start);
    });
  });
