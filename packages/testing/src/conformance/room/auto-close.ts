import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { pause } from '../../pause.ts';
import { send } from './message.ts';

const closing = (warnSeconds: number, closeSeconds: number) => ({
  queues: [{ id: 'default', autoClose: { warnSeconds, closeSeconds, warningText: 'Still there?' } }],
});

export const autoClose = (desk: Desk) => {
  describe('the close of an idle chat', () => {
    it('runs from the agent’s message on, and the ticket shows it, until the customer replies', async () => {
      await desk.putSettings(closing(600, 900));
      const { agent, customer, params } = await desk.assignedTicket();
      const metadata = async () => (await agent.ok('getTicket', 200, { params })).metadata;
      expect(await metadata()).not.toHaveProperty('autoCloseTimestamp');
      const { timestampMs } = await send(agent, params);
      expect(await metadata()).toMatchObject({
        autoCloseWarningTimestamp: Math.floor((timestampMs + 600_000) / 1000),
        autoCloseTimestamp: Math.floor((timestampMs + 900_000) / 1000),
      });
      const [listed] = await agent.ok('listTickets', 200);
      expect(listed?.metadata).toHaveProperty('autoCloseTimestamp');
      await send(customer, params);
      expect(await metadata()).not.toHaveProperty('autoCloseTimestamp');
      expect(await metadata()).not.toHaveProperty('autoCloseWarningTimestamp');
    });

    it('is told of in the room, once', async () => {
      await desk.putSettings(closing(1, 600));
      const { agent, customer, params } = await desk.assignedTicket();
      await send(agent, params);
      let heard: { messages: { kind: string }[] } = { messages: [] };
      for (let tries = 0; tries < 60 && heard.messages.length < 2; tries += 1) {
        await pause(250);
        heard = await customer.ok('listMessages', 200, { params });
      }
      const warning = { seq: 2, kind: 'system', from: { role: 'system' }, text: 'Still there?' };
      expect(heard.messages[1]).toMatchObject(warning);
      await pause(1_500);
      expect((await customer.ok('listMessages', 200, { params })).messages).toHaveLength(2);
    });
  });

  describe('PUT /v1/tickets/{ticketID}/extend', () => {
    it('moves both times on, for the agent and for those who see all', async () => {
      await desk.putSettings(closing(600, 900));
      const { agent, params } = await desk.assignedTicket();
      const { timestampMs } = await send(agent, params);
      for (const person of [agent, await desk.signIn({ role: 'supervisor' }), await desk.service()]) {
        const { metadata } = await person.ok('extendTicket', 200, { params });
        const { autoCloseTimestamp = NaN, autoCloseWarningTimestamp = NaN } = metadata;
        expect(autoCloseTimestamp).toBeGreaterThanOrEqual(Math.floor(timestampMs / 1000) + 900);
        expect(autoCloseTimestamp - autoCloseWarningTimestamp).toBe(300);
      }
    });

    it('is refused while nothing runs, in words that say where the ticket stands', async () => {
      const { agent, params } = await desk.assignedTicket();
      await send(agent, params);
      const error = await agent.refused('extendTicket', 'auto_close_not_running', { params });
      expect(error?.meta).toMatchObject({ ticketStatus: 'ASSIGNED' });
    });

    it('keeps to the version and the owner of the ticket', async () => {
      await desk.putSettings(closing(600, 900));
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
};
