import { liveCloses, maxClientFrameBytes } from '@chat-ticket/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEventRecorder } from '../live/event-recorder.ts';
import { openRaw } from '../live/raw-connection.ts';
import type { Desk } from '../open-desk.ts';
import type { Target } from '../test-client.ts';
import { oddJson } from './odd-json.ts';

const position = fc.oneof(fc.nat(20), fc.constantFrom(-1, 1.5, 2 ** 53, 1e300));
const frame = fc.oneof(
  oddJson(
    fc.oneof(
      fc.record({ type: fc.constant('ping') }),
      fc.record({ type: fc.constant('resume'), seq: position }),
      fc.record({ type: fc.constant('typing'), roomId: fc.constantFrom('{room}', 'elsewhere') }),
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed()),
  fc.constant('x'.repeat(maxClientFrameBytes + 1)),
  fc.uint8Array({ maxLength: 40 }),
);

/** The codes with which the desk, or the WebSocket protocol, may close a connection. */
const closeCodes: readonly number[] = [
  1002,
  1003,
  1007,
  ...Object.values(liveCloses).map(({ code }) => code),
];

/** Declares tests that send generated frames and bytes over the live channel, as callers of every role. */
export const liveFuzz = (desk: Desk, target: Target, { numRuns, seed }: { numRuns: number; seed: number }) =>
  describe('generated frames of the live channel', () => {
    it('get frames of the contract or a documented close code', async () => {
      const { ticket, customer, agent } = await desk.assignedTicket();
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const tokens = [customer.token, agent.token, supervisor.token];
      const property = fc.asyncProperty(fc.nat(2), fc.array(frame, { maxLength: 8 }), async (n, frames) => {
        const recorder = openEventRecorder(target, tokens[n]!);
        await recorder.ready();
        for (const each of frames)
          recorder.send(typeof each === 'string' ? each.replace('{room}', ticket.metadata.roomId) : each);
        recorder.send({ type: 'ping' });
        const outcome = () =>
          recorder.closeCode() ?? recorder.controls().findLast(({ type }) => type === 'pong')?.type;
        await recorder.expectEventually(() => outcome() !== undefined, true);
        expect(['pong', ...closeCodes]).toContain(outcome());
        recorder.close();
      });
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
    });

    it('may be any bytes, and other clients notice nothing', async () => {
      const customer = await desk.customerOf(await desk.createTicket());
      const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
      const property = fc.asyncProperty(bytes, async (sent) => {
        const { socket, received } = openRaw(target, customer.token);
        await expect.poll(received).toBeGreaterThan(0);
        socket.write(sent);
        await customer.ok('getHealth', 200);
        socket.destroy();
      });
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
    });
  });
