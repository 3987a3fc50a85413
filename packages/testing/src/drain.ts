import { expect } from 'vitest';
import { actingFor, type Desk } from './desk.ts';

const limit = 10_000;

const tiers = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Makes the desk quiet, with the default settings: whoever was left online goes offline, and whatever was
 * left waiting is closed. A probe finds the agents, and one agent of each tier with much room the tickets.
 */
export const drain = async (desk: Desk) => {
  const service = await desk.service();
  await desk.settings({});
  const close = (ticketID: string) => service.ok('closeTicket', 200, { params: { ticketID } });

  for (let found = 0; ; found += 1) {
    expect(found, 'agents that others bring online all the time').toBeLessThan(limit);
    const probe = await desk.intake();
    if (probe.agentId === undefined) break;
    await service.ok('setOffline', 200, actingFor(probe.agentId));
    await close(probe.id);
  }

  for (const tier of tiers) {
    const sponge = await desk.onlineAgent({ capacity: 100, skills: [`tier:${tier}`] });
    for (let found = 0; ; found += 1) {
      expect(found, 'tickets that others take in all the time').toBeLessThan(limit);
      const [ticket] = await sponge.ok('listTickets', 200);
      if (ticket === undefined) break;
      await close(ticket.id);
    }
  }
  await desk.release();
};
