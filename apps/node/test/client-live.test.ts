import { readFile } from 'node:fs/promises';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundledClient, listenInBrowser, listenOn } from './live/listener.ts';
import { openBrowser } from './live/open-browser.ts';
import { startChaosDesk } from './live/start-chaos-desk.ts';
import { allRuntimes } from './runtimes.ts';
import { startDesk } from './start-desk.ts';

const pollOptions = { timeout: 20_000, interval: 50 };

/** Starts a desk that can be killed, with a room to which `send` posts messages as a backend. */
async function openRoom() {
  const desk = await startChaosDesk();
  const { baseUrl, secret } = desk;
  const token = await issueToken({ secret, role: 'service', sub: 'backend' });
  const backend = createClient({ baseUrl, token });
  const ticket = unwrap(await backend.createTicket({ customer: { id: 'c' } }));
  const roomID = ticket.metadata.roomId;
  return {
    desk,
    send: async (text: string) =>
      unwrap(
        await backend.sendMessage({ roomID, clientMessageId: crypto.randomUUID(), kind: 'system', text }),
      ),
    customer: await issueToken({ secret, role: 'customer', sub: 'c', room: roomID }),
  };
}

/** Opens a channel in a page of `origin`, and returns why it is interrupted first. */
async function interruptionIn(origin: string, baseUrl: string): Promise<unknown> {
  const { page, close } = await openBrowser(`${origin}/healthz`);
  onTestFinished(close);
  await page.addScriptTag({ content: await bundledClient() });
  return page.evaluate(`new Promise((interrupted) => {
    chatTicket.createClient({ baseUrl: '${baseUrl}', token: 'no.such.token' }).live({
      onReset: () => {},
      onEvent: () => {},
      onState: (_, found) => found && interrupted([found.reason, found.failure.error.code]),
    });
  })`);
}

const environments = [
  ...allRuntimes.map((runtime) => ({
    runtime: runtime as string,
    listen: (url: string, token: string) => listenOn(runtime, url, token),
  })),
  { runtime: 'a browser', listen: listenInBrowser },
];

describe('the client’s live channel', () => {
  it.each(environments)(
    'receives each message once on $runtime, also after the desk was killed',
    { timeout: 60_000 },
    async ({ listen }) => {
      const { customer, desk, send } = await openRoom();
      const listener = await listen(desk.baseUrl, customer);
      onTestFinished(listener.stop);
      await expect.poll(listener.received, pollOptions).toEqual(['reset']);
      await send('one');
      await expect.poll(listener.received, pollOptions).toEqual(['reset', 1]);
      await desk.killAndRestart();
      await send('two');
      await expect.poll(listener.received, pollOptions).toEqual(['reset', 1, 2]);
      await send('three');
      await expect.poll(listener.received, pollOptions).toEqual(['reset', 1, 2, 3]);
    },
  );

  it.each(environments)(
    'says why the desk refuses it on $runtime',
    { timeout: 60_000 },
    async ({ listen }) => {
      const { baseUrl } = await startChaosDesk();
      const listener = await listen(baseUrl, 'no.such.token');
      onTestFinished(listener.stop);
      await expect.poll(listener.received, pollOptions).toEqual(['token_invalid']);
    },
  );
});

describe('the client’s live channel in a page of another origin', () => {
  it('learns why it is refused, unless the desk does not list the origin', { timeout: 60_000 }, async () => {
    const other = await startDesk('node');
    onTestFinished(async () => {
      await other.stop();
    });
    const desk = await startDesk('node', { AUTH_SECRET: other.secret, CORS_ORIGINS: other.url });
    onTestFinished(async () => {
      await desk.stop();
    });
    expect(await interruptionIn(other.url, desk.url)).toEqual(['refused', 'token_invalid']);
    expect(await interruptionIn(desk.url, other.url)).toEqual(['unreachable', 'network_error']);
  });
});

describe('the example in docs/live.md', () => {
  it('runs unchanged when it is pasted into a page', { timeout: 60_000 }, async () => {
    const { customer, desk, send } = await openRoom();
    const docs = await readFile(new URL('../../../docs/live.md', import.meta.url), 'utf8');
    const [, example] = /```js\n(.*?)```/s.exec(docs)!;
    const { page, close } = await openBrowser(`${desk.baseUrl}/healthz`);
    onTestFinished(close);
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    const pasted = example!
      .replace('eyJhbGciOi…', customer)
      .replace('127.0.0.1:8787', new URL(desk.baseUrl).host);
    await page.addScriptTag({ content: pasted });
    await expect
      .poll(
        async () => {
          await send('are you there?');
          return logged.some((line) => line.startsWith('message.posted'));
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(true);
  });
});
