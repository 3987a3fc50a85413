import { describe, expect, it } from 'vitest';
import type { LiveDesk } from './live-desk.ts';
import { openRaw } from './raw-connection.ts';

/** Codes that an endpoint must not send in a close frame (RFC 6455, 7.4). 1005 means an empty close frame. */
const forbiddenCodes = [999, 1004, 1006, 1015, 5000];

async function connect(desk: LiveDesk, token?: string) {
  const raw = openRaw(desk.target, token ?? (await desk.newAgent()).token);
  let isEnded = false;
  raw.socket.once('end', () => (isEnded = true));
  await expect.poll(raw.received, { timeout: 10_000 }).toBeGreaterThan(150);
  return { ...raw, isEnded: () => isEnded };
}

/** The desk’s close frame, after the desk has ended the connection. */
async function closeFrameOf({ closeFrame, isEnded }: Awaited<ReturnType<typeof connect>>) {
  await expect.poll(isEnded, { timeout: 45_000 }).toBe(true);
  return closeFrame();
}

/**
 * Proves that the desk completes the close handshake (RFC 6455, 5.5.1) as the client started it. Each test reads
 * the bytes of the close frame, because a WebSocket client hides part of them.
 */
export const closeHandshake = (desk: LiveDesk) =>
  describe('the desk answers a close', () => {
    it('with the code and the reason of the client', async () => {
      for (const [code, reason] of [
        [1000, ''],
        [1001, 'left the page'],
        [4000, 'bye'],
      ] as const) {
        const raw = await connect(desk);
        raw.sendClose(code, reason);
        expect(await closeFrameOf(raw)).toEqual({ code, reason });
      }
    });

    it('with an empty frame when the client gives no code', async () => {
      const raw = await connect(desk);
      raw.sendClose();
      expect(await closeFrameOf(raw)).toEqual({});
    });

    it.each(forbiddenCodes)(
      'with a protocol error when the client sends the forbidden code %i',
      async (code) => {
        const raw = await connect(desk);
        raw.sendClose(code);
        expect(await closeFrameOf(raw)).toMatchObject({ code: 1002 });
      },
    );

    it('with nothing when the connection ends without a close frame, and accepts the next connection', async () => {
      const { token } = await desk.newAgent();
      const five = await Promise.all(Array.from({ length: 5 }, () => connect(desk, token)));
      five[0]!.socket.end();
      five[1]!.socket.resetAndDestroy();
      expect(await closeFrameOf(five[0]!)).toBeUndefined();
      const next = await Promise.all([desk.connect(token), desk.connect(token)]);
      for (const recorder of next) await recorder.ready();
      for (const { socket } of five) socket.destroy();
    });
  });
