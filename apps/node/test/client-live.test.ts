import { readFile } from 'node:fs/promises';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listenInBrowser, listenOn } from './live/listener.ts';
import { openBrowser } from './live/open-browser.ts';
import { startChaosDesk } from './live/start-chaos-desk.ts';
import { allRuntimes } from './runtimes.ts';

const patience = { timeout: 20_000, interval: 50 };

/** A desk that can be killed, and a room in which a backend speaks. */
async function openRoom() {
  const desk = await startChaosDesk();
  const { baseUrl, secret } = desk;
  const token = await issueToken({ secret, role: 'service', sub: 'backend' });
  const backend = createClient({ baseUrl, token });
  const ticket = unwrap(await backend.createTicket({ customer: { id: 'c' } }));
  const roomID = ticket.metadata.roomId;
  return {
    desk,
    say: async (text: string) =>
      unwrap(
        await backend.sendMessage({ roomID, clientMessageId: crypto.randomUUID(), kind: 'system', text }),
      ),
    customer: await issueToken({ secret, role: 'customer', sub: 'c', room: roomID }),
  };
}

const places = [
  ...allRuntimes.map((runtime) => ({
    place: runtime as string,
    listen: (url: string, token: string) => listenOn(runtime, url, token),
  })),
  { place: 'a browser', listen: listenInBrowser },
];

describe('the client’s live channel', () => {
  it.each(places)(
    'in $place hears each message once, also what was said while the desk was killed',
    { timeout: 60_000 },
    async ({ listen }) => {
      const { customer, desk, say } = await openRoom();
      const listener = await listen(desk.baseUrl, customer);
      onTestFinished(listener.stop);
      await expect.poll(listener.heard, patience).toEqual(['reset']);
      await say('one');
      await expect.poll(listener.heard, patience).toEqual(['reset', 1]);
      await desk.killAndRestart();
      await say('two');
      await expect.poll(listener.heard, patience).toEqual(['reset', 1, 2]);
      await say('three');
      await expect.poll(listener.heard, patience).toEqual(['reset', 1, 2, 3]);
    },
  );
});

describe('the example of the docs', () => {
  it('runs as it stands when it is pasted into a page', { timeout: 60_000 }, async () => {
    const { customer, desk, say } = await openRoom();
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
          await say('are you there?');
          return logged.some((line) => line.startsWith('message.posted'));
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(true);
  });
});
