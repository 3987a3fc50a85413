import { liveCloses } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { openRaw } from './raw-connection.ts';
import type { Stage } from './stage.ts';

const code = (why: keyof typeof liveCloses) => liveCloses[why].code;

export const closes = (stage: Stage) =>
  describe('a connection is closed', () => {
    it('when a frame is none of the contract’s, or too large', async () => {
      const { token } = await stage.agent();
      for (const frame of ['', 'x', '{"type":"shout"}', '{"type":"resume"}']) {
        const watcher = stage.watch(token);
        await watcher.ready();
        watcher.send(frame);
        await watcher.closedWith(code('frame_invalid'));
      }
      const watcher = stage.watch(token);
      await watcher.ready();
      watcher.send(`{"type":"ping"${' '.repeat(2_000)}}`);
      await watcher.closedWith(code('frame_too_large'));
    });

    it('when its token expires', async () => {
      const { token } = await stage.person({ role: 'agent', expiresInSeconds: 2 });
      const watcher = await stage.follow(token);
      await watcher.closedWith(code('token_expired'));
    });

    it('within a minute when its token is revoked', { timeout: 90_000 }, async () => {
      const { id, token } = await stage.agent();
      const watcher = await stage.follow(token);
      const other = await stage.follow((await stage.agent()).token);
      await (await stage.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: id } });
      await watcher.closedWith(code('token_revoked'), 60_000);
      expect(other.isOpen()).toBe(true);
    });

    it('when the same person has five already, and not when another opens one', async () => {
      const { token } = await stage.agent();
      const five = await Promise.all(Array.from({ length: 5 }, () => stage.follow(token)));
      // `wrangler dev` leaves a connection open whose client is told to close before it has said anything.
      const sixth = openRaw(stage.target, token);
      await expect.poll(sixth.closeCode, { timeout: 10_000 }).toBe(code('too_many_connections'));
      sixth.socket.destroy();
      await (await stage.enter({ role: 'agent' })).watcher.ready();
      five[0]!.close();
      await five[0]!.closedWith(1000);
      const next = stage.watch(token);
      await next.ready();
      expect(next.isOpen()).toBe(true);
    });
  });

/** Only where the runtime tells how much is under way: a Durable Object does not. */
export const slowReaders = (stage: Stage) =>
  it('is closed when its reader takes nothing and falls behind, while others are told all', async () => {
    const { token } = await stage.person({ role: 'supervisor' });
    const { received, send, socket } = openRaw(stage.target, token);
    let isCut = false;
    socket.on('close', () => (isCut = true));
    await expect.poll(received).toBeGreaterThan(150);
    send('{"type":"resume","seq":0}');
    socket.pause();

    const quick = await stage.follow(token);
    const service = await stage.service();
    const { id } = await stage.intake();
    const before = quick.seqs().length;
    const large = { text: 'x'.repeat(60_000) };
    // What the kernel takes for a reader that does not read is a few MB.
    for (let n = 0; n < 200; n++)
      await service.ok('setTicketStatus', 200, {
        params: { ticketID: id },
        json: { status: 'UPDATE_FIELD', fields: { content: large } },
      });
    await expect.poll(() => quick.seqs().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 200);
    // Long enough that its backlog counts.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    socket.resume();
    await expect.poll(() => isCut, { timeout: 10_000 }).toBe(true);
    expect(received()).toBeLessThan(200 * 60_000);
    expect(quick.isOpen()).toBe(true);
  });
