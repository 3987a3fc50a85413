import { createClient } from '@chat-ticket/client';
import { describe, expect, it } from 'vitest';
import { nextInstant } from '../pause.ts';
import type { LiveDesk } from './live-desk.ts';

// The hub reads the places every 10 s, and every 20 s by an alarm on Workers.
const nextRead = { timeout: 25_000, interval: 50 };

/**
 * Proves that a waiting customer receives its place in the queue as a `queue` frame, again when it changes, and
 * none after an agent has the ticket. It records the frames and the calls of the client’s `onQueue`.
 */
export const queueFrames = (desk: LiveDesk) =>
  describe('a waiting customer', () => {
    it(
      'receives its place in the queue at once and when it changes, until an agent has the ticket',
      { timeout: 90_000 },
      async () => {
        const first = await desk.createTicket();
        await nextInstant();
        const second = await desk.createTicket();
        const roomID = second.metadata.roomId;
        const customer = await desk.customerOf(second);
        const recorder = await desk.follow(customer.token);
        const places = () =>
          recorder.controls().flatMap((frame) => (frame.type === 'queue' ? [frame.data] : []));
        await recorder.expectEventually(() => places().map(({ position }) => position), [2]);
        expect(places()).toEqual([await customer.ok('getQueuePlace', 200, { params: { roomID } })]);

        const calls: unknown[] = [];
        const live = createClient({ baseUrl: desk.target.baseUrl, token: customer.token }).live({
          onReset: () => {},
          onEvent: ({ type }) => void calls.push(type),
          onQueue: ({ position }) => void calls.push(position),
        });
        await expect.poll(() => calls, nextRead).toEqual([2]);
        const service = await desk.service();
        await service.ok('closeTicket', 200, { params: { ticketID: first.id } });
        await expect.poll(() => places().map(({ position }) => position), nextRead).toEqual([2, 1]);
        // The hub reads the place of each connection at a different time.
        await expect.poll(() => calls, nextRead).toEqual([2, 1]);
        await desk.onlineAgent();
        await expect.poll(() => calls, nextRead).toEqual([2, 1, 'ticket.assigned']);
        live.close();
      },
    );
  });
