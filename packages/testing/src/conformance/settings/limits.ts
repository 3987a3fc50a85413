import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

const message = () => ({ clientMessageId: crypto.randomUUID(), text: 'Hello' });

/** Proves that the limits of the settings apply at once, and that a refusal says which limit it was and when to try again. */
export const limits = (desk: Desk) =>
  describe('the limits of the settings', () => {
    it('refuse further messages to a room with 429, and those to other rooms not', async () => {
      const [{ customer, params }, other] = [await desk.assignedTicket(), await desk.createTicket()];
      await desk.putSettings({ limits: { messagesPerRoomPerMinute: 3 } });
      for (let i = 0; i < 3; i++) await customer.ok('sendMessage', 201, { params, json: message() });
      const error = await customer.refused('sendMessage', 'rate_limited', { params, json: message() });
      expect(error?.meta).toEqual({ limit: 'messagesPerRoomPerMinute' });
      const service = await desk.service();
      await service.ok('sendMessage', 201, { params: { roomID: other.metadata.roomId }, json: message() });
    });

    it('refuse further messages of a person with 429, until the limit is raised', async () => {
      const { agent, params } = await desk.assignedTicket();
      await desk.putSettings({ limits: { messagesPerPersonPerMinute: 2 } });
      for (let i = 0; i < 2; i++) await agent.ok('sendMessage', 201, { params, json: message() });
      const error = await agent.refused('sendMessage', 'rate_limited', { params, json: message() });
      expect(error?.meta).toEqual({ limit: 'messagesPerPersonPerMinute' });
      await desk.putSettings({});
      await agent.ok('sendMessage', 201, { params, json: message() });
    });
  });
