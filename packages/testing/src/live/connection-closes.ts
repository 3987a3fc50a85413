import { liveCloses } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { nextInstant } from '../pause.ts';
import type { LiveDesk } from './live-desk.ts';
import { openRaw } from './raw-connection.ts';

/** How long the desk accepts a token after its `exp`. */
const leewaySeconds = 60;

const code = (reason: keyof typeof liveCloses) => liveCloses[reason].code;

/**
 * Proves that the desk closes a connection for each reason of the contract that a client can cause, with the
 * code of that reason, and leaves other connections open.
 */
export const connectionCloses = (desk: LiveDesk) =>
  describe('the desk closes a connection', () => {
    it('when a frame does not match the contract, or is too large', async () => {
      const { token } = await desk.newAgent();
      const repeated = ['{"type":"ping","type":"resume","seq":0}', '{"type":"resume","seq":0,"type":"ping"}'];
      for (const frame of ['', 'x', '{"type":"shout"}', '{"type":"resume"}', ...repeated]) {
        const recorder = desk.connect(token);
        await recorder.ready();
        recorder.send(frame);
        await recorder.expectClose(code('frame_invalid'));
      }
      const recorder = desk.connect(token);
      await recorder.ready();
      recorder.send(`{"type":"ping"${' '.repeat(2_000)}}`);
      await recorder.expectClose(code('frame_too_large'));
    });

    it('when its token expires', async () => {
      const { token } = await desk.signIn({ role: 'agent', expiresInSeconds: 2 - leewaySeconds });
      const recorder = await desk.follow(token);
      await recorder.expectClose(code('token_expired'));
    });

    it('within a minute after its token is revoked', { timeout: 90_000 }, async () => {
      const { id, token } = await desk.newAgent();
      const recorder = await desk.follow(token);
      const other = await desk.follow((await desk.newAgent()).token);
      await (await desk.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: id } });
      await recorder.expectClose(code('token_revoked'), 60_000);
      expect(other.isOpen()).toBe(true);
    });

    it('that was silent longest, when the same person opens a sixth', async () => {
      const { token } = await desk.newAgent();
      const five = await Promise.all(Array.from({ length: 5 }, () => desk.follow(token)));
      const [silent, ...others] = five;
      // The answer to its ping shows that the desk has read everything else that it sent.
      for (const recorder of five) {
        const pongs = () => recorder.controls().filter(({ type }) => type === 'pong').length;
        // The runtime of Workers answers the usual text without the desk.
        recorder.send('{ "type": "ping" }');
        await expect.poll(pongs).toBe(1);
        // So that no two of them are silent for equally long.
        await nextInstant();
      }
      const sixth = await desk.follow(token);
      await silent!.expectClose(code('too_many_connections'));
      for (const recorder of [...others, sixth]) expect(recorder.isOpen()).toBe(true);
    });

    it('when its client sends more than 500 frames at once', async () => {
      const { token } = await desk.newAgent();
      const { closeCode, received, send, socket } = openRaw(desk.target, token);
      await expect.poll(received).toBeGreaterThan(150);
      for (let n = 0; n < 700; n++) send('{ "type": "ping" }');
      await expect.poll(closeCode, { timeout: 10_000 }).toBe(code('too_many_frames'));
      socket.destroy();
      await desk.connect(token).ready();
    });
  });

/**
 * Proves that a reader who stops reading is disconnected, that little is buffered for it, and that other readers
 * receive every event. Only for a runtime that reports how much is unread: a Durable Object does not.
 */
export const slowReaders = (desk: LiveDesk) =>
  it('the desk closes a connection whose reader stops reading, while others receive every event', async () => {
    const { token } = await desk.signIn({ role: 'supervisor' });
    const { received, send, socket } = openRaw(desk.target, token);
    let isClosed = false;
    socket.on('close', () => (isClosed = true));
    await expect.poll(received).toBeGreaterThan(150);
    send('{"type":"resume","seq":0}');
    socket.pause();

    const reader = await desk.follow(token);
    const service = await desk.service();
    const { id } = await desk.createTicket();
    const before = reader.seqs().length;
    const large = { text: 'x'.repeat(60_000) };
    // The kernel buffers a few MB for a reader that does not read.
    for (let n = 0; n < 200; n++)
      await service.ok('setTicketStatus', 200, {
        params: { ticketID: id },
        json: { status: 'UPDATE_FIELD', fields: { content: large } },
      });
    await expect.poll(() => reader.seqs().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 200);
    // The desk counts a backlog only after the reader has taken nothing for 1 s.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    socket.resume();
    await expect.poll(() => isClosed, { timeout: 10_000 }).toBe(true);
    expect(received()).toBeLessThan(200 * 60_000);
    expect(reader.isOpen()).toBe(true);
  });
