import { connect } from 'node:net';
import { liveCloses, livePath, liveProtocol } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

const code = (why: keyof typeof liveCloses) => liveCloses[why].code;

export const closes = (stage: Stage, endsConnections: boolean) =>
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

    it.runIf(endsConnections)('when its token expires', async () => {
      const { watcher } = await stage.enter({ role: 'agent', expiresInSeconds: 2 });
      await watcher.ready();
      await watcher.closedWith(code('token_expired'));
    });

    it.runIf(endsConnections)(
      'within a minute when its token is revoked',
      async () => {
        const { watcher, id } = await stage.enter({ role: 'agent' });
        await watcher.ready();
        const other = await stage.enter({ role: 'agent' });
        await other.watcher.ready();
        await (await stage.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: id } });
        await watcher.closedWith(code('token_revoked'), 60_000);
        expect(other.watcher.isOpen()).toBe(true);
      },
      90_000,
    );

    it.runIf(endsConnections)(
      'when the same person has five already, and not when another opens one',
      async () => {
        const { token } = await stage.agent();
        const five = Array.from({ length: 5 }, () => stage.watch(token));
        for (const watcher of five) await watcher.ready();
        await stage.watch(token).closedWith(code('too_many_connections'));
        await (await stage.enter({ role: 'agent' })).watcher.ready();
        five[0]!.close();
        await five[0]!.closedWith(1000);
        const next = stage.watch(token);
        await next.ready();
        expect(next.isOpen()).toBe(true);
      },
    );
  });

/** Only where the runtime tells how much is under way: a Durable Object does not. */
export const slowReaders = (stage: Stage) =>
  it('is closed when its reader takes nothing and falls behind, while others are told all', async () => {
    const { token } = await stage.person({ role: 'supervisor' });
    const { hostname, port } = new URL(stage.target.baseUrl);
    const socket = connect({ host: hostname, port: Number(port) });
    const head = [
      `GET ${livePath} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Protocol: ${liveProtocol}, bearer.${token}`,
    ];
    let received = 0;
    let isCut = false;
    socket.on('data', (chunk: Buffer) => (received += chunk.length));
    socket.on('error', () => {});
    socket.on('close', () => (isCut = true));
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    await expect.poll(() => received).toBeGreaterThan(150);
    socket.write(maskedText('{"type":"resume","seq":0}'));
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
    expect(received).toBeLessThan(200 * 60_000);
    expect(quick.isOpen()).toBe(true);
  });

/** A short text frame with a mask of zeros. */
const maskedText = (text: string) =>
  Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
