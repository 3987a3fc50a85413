import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@chat-ticket/client';
import { sweep } from '@chat-ticket/storage';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createSignIn } from '../config/create-sign-in.ts';
import { parseConfig } from '../config/parse-config.ts';
import { tokenIssuer } from '../config/token-issuer.ts';
import { openDesk } from '../server/open-desk.ts';
import { attendOnce } from './attend-demo.ts';
import { createDemoDesk } from './create-demo-desk.ts';
import { demoAgents } from './demo-agents.ts';

/** A demo desk whose clock the test moves. */
async function openDemo() {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = parseConfig({ DATA_DIR: folder });
  const desk = await openDesk(config, () => {});
  onTestFinished(() => desk.close());
  const signIn = createSignIn(tokenIssuer(config), {
    baseUrl: 'http://desk.invalid',
    fetch: (url, init) => desk.app.request(url, init),
  });
  await createDemoDesk(signIn);
  const database = (await desk.databases.open('default'))!;
  const backend = signIn({ sub: 'demo', role: 'service' });

  /** Lets the time pass in steps of 15 s. The agents are attended, and deadlines fire. */
  async function pass(minutes: number): Promise<void> {
    for (let step = 0; step < minutes * 4; step += 1) {
      vi.setSystemTime(Date.now() + 15_000);
      await attendOnce(signIn);
      await sweep(database, { now: Date.now(), newId: () => crypto.randomUUID() });
    }
  }

  const agents = async () =>
    Object.fromEntries(
      await Promise.all(
        demoAgents.map(async ({ id }) => {
          const { status, load } = unwrap(await backend.getAgent({ agentID: id }));
          return [id, { status, load }];
        }),
      ),
    );
  return { signIn, pass, agents };
}

it('keeps the demo agents online with their chats for as long as the desk runs', async () => {
  const { signIn, pass, agents } = await openDemo();
  const chatsOfAnn = async () =>
    unwrap(await signIn({ sub: 'ann', role: 'agent' }).listTickets()).map(({ id }) => id);
  const first = { agents: await agents(), chats: await chatsOfAnn() };
  expect(first.agents['ann']).toEqual({ status: 'online', load: 3 });
  await pass(15);
  expect({ agents: await agents(), chats: await chatsOfAnn() }).toEqual(first);
});

it('leaves an offer to a person for 40 s, then picks it', async () => {
  const { signIn, pass } = await openDemo();
  const ann = signIn({ sub: 'ann', role: 'agent' });
  const offers = async () =>
    unwrap(await ann.listTickets()).filter(({ metadata }) => metadata.pickedTimestamp === undefined).length;
  expect(await offers()).toBe(1);
  await pass(0.5);
  expect(await offers()).toBe(1);
  await pass(0.25);
  expect(await offers()).toBe(0);
});

it('leaves an agent offline that somebody took offline', async () => {
  const { signIn, pass, agents } = await openDemo();
  unwrap(await signIn({ sub: 'ann', role: 'agent' }).setOffline());
  await pass(5);
  expect((await agents())['ann']).toMatchObject({ status: 'offline' });
});
