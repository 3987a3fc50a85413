import { expect } from 'vitest';
import { actingFor, type Desk } from './open-desk.ts';

const limit = 10_000;

const tiers = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Puts the default settings, sets every agent offline and closes every waiting ticket. It finds an agent by
 * creating a ticket, and a waiting ticket by bringing an agent of its tier online.
 */
export const resetDesk = async (desk: Desk) => {
  const service = await desk.service();
  await desk.putSettings({});
  const close = (ticketID: string) => service.ok('closeTicket', 200, { params: { ticketID } });

  for (let found = 0; ; found += 1) {
    expect(found, 'agents found online: another client keeps setting agents online').toBeLessThan(limit);
    const ticket = await desk.createTicket();
    if (ticket.agentId === undefined) break;
    await service.ok('setOffline', 200, actingFor(ticket.agentId));
    await close(ticket.id);
  }

  for (const tier of tiers) {
    const agent = await desk.onlineAgent({ capacity: 100, skills: [`tier:${tier}`] });
    for (let found = 0; ; found += 1) {
      expect(found, 'tickets found waiting: another client keeps creating tickets').toBeLessThan(limit);
      const [ticket] = await agent.ok('listTickets', 200);
      if (ticket === undefined) break;
      await close(ticket.id);
    }
  }
  await desk.cleanUp();
};
