import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { pause } from '../../pause.ts';
import { send } from './message.ts';

/** Settings that warn and close an idle chat after these times. */
export const autoCloseAfter = (warnSeconds: number, closeSeconds: number) => ({
  queues: [{ id: 'default', autoClose: { warnSeconds, closeSeconds, warningText: 'Still there?' } }],
});

/**
 * Proves when the desk schedules the close of an idle chat, and that it warns the customer before.
 * The settings make the times long, to compare them, or one second short, to wait for the warning.
 */
export const autoClose = (desk: Desk) =>
  describe('auto-close', () => {
    it('starts with the agent’s message, shows its times in the ticket, and ends with the customer’s reply', async () => {
      await desk.putSettings(autoCloseAfter(600, 900));
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

    it('sends one warning to the room', async () => {
      await desk.putSettings(autoCloseAfter(1, 600));
      const { agent, customer, params } = await desk.assignedTicket();
      await send(agent, params);
      const listed = async () => (await customer.ok('listMessages', 200, { params })).messages;
      const warning = { seq: 2, kind: 'system', from: { role: 'system' }, text: 'Still there?' };
      await expect.poll(listed, { timeout: 15_000, interval: 250 }).toMatchObject([{ seq: 1 }, warning]);
      await pause(1_500);
      expect(await listed()).toHaveLength(2);
    });

    it('shows the customer no note in the id of the warning', async () => {
      await desk.putSettings(autoCloseAfter(1, 600));
      const { agent, customer, params } = await desk.assignedTicket();
      for (let i = 0; i < 3; i += 1) await send(agent, params, { kind: 'note', text: 'internal' });
      await send(agent, params);
      const listed = async () => (await customer.ok('listMessages', 200, { params })).messages;
      await expect
        .poll(listed, { timeout: 15_000, interval: 250 })
        .toMatchObject([{ seq: 1 }, { seq: 2, clientMessageId: 'auto-close-warning-2' }]);
    });
  });
