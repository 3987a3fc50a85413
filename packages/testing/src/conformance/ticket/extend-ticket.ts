import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextSecond } from '../../pause.ts';
import { autoCloseAfter } from '../room/auto-close.ts';
import { send } from '../room/message.ts';

/**
 * Proves who can postpone the close of an idle chat, and by how much.
 * The close times of the ticket are compared before and after.
 */
export const extendTicket = (desk: Desk) =>
  describe('extendTicket (PUT /v1/tickets/{ticketID}/extend)', () => {
    it('restarts both times, for the agent, a supervisor and a service', async () => {
      await desk.putSettings(autoCloseAfter(600, 900));
      const { agent, params } = await desk.assignedTicket();
      await send(agent, params);
      let last = (await desk.getTicket(params.ticketID)).metadata.autoCloseTimestamp ?? NaN;
      for (const person of [agent, await desk.signIn({ role: 'supervisor' }), await desk.service()]) {
        await nextSecond();
        const { metadata } = await person.ok('extendTicket', 200, { params });
        const { autoCloseTimestamp = NaN, autoCloseWarningTimestamp = NaN, currentTimestamp } = metadata;
        expect(autoCloseTimestamp).toBeGreaterThan(last);
        expect(autoCloseTimestamp - currentTimestamp).toBe(900);
        expect(autoCloseTimestamp - autoCloseWarningTimestamp).toBe(300);
        last = autoCloseTimestamp;
      }
    });

    it('is refused while no close is scheduled, and the error holds the ticket’s status', async () => {
      const { agent, params } = await desk.assignedTicket();
      await send(agent, params);
      const error = await agent.refused('extendTicket', 'auto_close_not_running', { params });
      expect(error?.meta).toMatchObject({ ticketStatus: 'ASSIGNED' });
    });

    it('checks the version and the owner of the ticket', async () => {
      await desk.putSettings(autoCloseAfter(600, 900));
      const { agent, params } = await desk.assignedTicket();
      await send(agent, params);
      const headers = { 'If-Match': '"another"' };
      await agent.refused('extendTicket', 'version_mismatch', { params, headers });
      await agent.refused('extendTicket', 'header_invalid', { params, headers: { 'If-Match': 'x' } });
      await agent.ok('setOffline', 200);
      const other = await desk.onlineAgent({ capacity: 0 });
      await other.refused('extendTicket', 'ticket_not_found', { params });
    });
  });
