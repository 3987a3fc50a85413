import { createClient } from '@chat-ticket/client';
import { describe, expect, it } from 'vitest';
import { nextInstant } from '../pause.ts';
import type { Stage } from './stage.ts';

// Places are looked at every 10 s, and every 20 s by an alarm on Workers.
const untilLookedAgain = { timeout: 25_000, interval: 50 };

export const queueFrames = (stage: Stage) =>
  describe('a customer who waits', () => {
    it(
      'is told its place, and when that has changed, until it has an agent',
      { timeout: 90_000 },
      async () => {
        const first = await stage.intake();
        await nextInstant();
        const second = await stage.intake();
        const roomID = second.metadata.roomId;
        const customer = await stage.customerOf(second);
        const watcher = await stage.follow(customer.token);
        const places = () =>
          watcher.controls().flatMap((frame) => (frame.type === 'queue' ? [frame.data] : []));
        await watcher.sees(() => places().map(({ position }) => position), [2]);
        expect(places()).toEqual([await customer.ok('getQueuePlace', 200, { params: { roomID } })]);

        const told: unknown[] = [];
        const live = createClient({ baseUrl: stage.target.baseUrl, token: customer.token }).live({
          onReset: () => {},
          onEvent: ({ type }) => void told.push(type),
          onQueue: ({ position }) => void told.push(position),
        });
        await expect.poll(() => told, untilLookedAgain).toEqual([2]);
        const service = await stage.service();
        await service.ok('closeTicket', 200, { params: { ticketID: first.id } });
        await expect.poll(() => places().map(({ position }) => position), untilLookedAgain).toEqual([2, 1]);
        // Each connection is looked at in its own turn.
        await expect.poll(() => told, untilLookedAgain).toEqual([2, 1]);
        await stage.onlineAgent();
        await expect.poll(() => told, untilLookedAgain).toEqual([2, 1, 'ticket.assigned']);
        live.close();
      },
    );
  });
