import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, unwrap } from '@chat-ticket/client';
import type { Agent, Ticket } from '@chat-ticket/contract';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it } from 'vitest';
import { localSecret } from '@chat-ticket/local-secret';
import { freshFolder } from './fresh-folder.ts';
import { allRuntimes, type Runtime } from './runtimes.ts';
import { type RunningDesk, secret, startDesk } from './start-desk.ts';

const demoAgents = ['ann', 'mei', 'niran', 'putri'];

/** Starts a desk, passes it to `look`, and stops it. */
async function withDesk<Seen>(
  variables: { DATA_DIR: string; AUTH_SECRET?: string },
  look: (desk: RunningDesk) => Promise<Seen>,
  runtime: Runtime = 'node',
): Promise<Seen> {
  const desk = await startDesk(runtime, variables);
  try {
    return await look(desk);
  } finally {
    expect(await desk.stop()).toBe(0);
  }
}

const serviceOf = ({ url }: RunningDesk, deskSecret: string) =>
  createClient({
    baseUrl: url,
    token: () => issueToken({ secret: deskSecret, role: 'service', sub: 'backend' }),
  });

/** The records of the demo agents that the desk has. */
async function agentsAt(desk: RunningDesk, deskSecret: string): Promise<Agent[]> {
  const service = serviceOf(desk, deskSecret);
  const responses = await Promise.all(demoAgents.map((agentID) => service.getAgent({ agentID })));
  return responses.flatMap((response) => (response.ok ? [response.data] : []));
}

/** The response to the printed `curl` line. */
async function callAsPrinted(desk: RunningDesk): Promise<Ticket[]> {
  const line = /^curl -s (\S+) -H '(\w+): (.+)'\n/m;
  await expect.poll(desk.printed).toMatch(line);
  const [, url = '', name = '', value = ''] = line.exec(desk.printed()) ?? [];
  return (await fetch(url, { headers: { [name]: value } })).json() as Promise<Ticket[]>;
}

/** The number of waiting chats: an agent with capacity for all of them receives them. */
async function countWaiting(desk: RunningDesk, deskSecret: string): Promise<number> {
  const record = { email: 'all@desk.example', name: 'All', capacity: 100 };
  unwrap(await serviceOf(desk, deskSecret).putAgent({ agentID: 'all', ...record }));
  const token = () => issueToken({ secret: deskSecret, role: 'agent', sub: 'all' });
  const agent = createClient({ baseUrl: desk.url, token });
  unwrap(await agent.setOnline());
  return unwrap(await agent.listTickets()).length;
}

describe.each(allRuntimes)('a local desk that starts on an empty database on %s', (runtime) => {
  it('has 4 agents and 12 chats: waiting, offered, picked and in wrap-up', async () => {
    const folder = freshFolder();
    const look = async (desk: RunningDesk) => {
      const own = localSecret(folder);
      const agents = await agentsAt(desk, own);
      const held = await Promise.all(
        demoAgents.map(async (sub) => {
          const token = () => issueToken({ secret: own, role: 'agent', sub });
          return unwrap(await createClient({ baseUrl: desk.url, token }).listTickets());
        }),
      );
      return { agents, tickets: held.flat(), waiting: await countWaiting(desk, own) };
    };
    const { agents, tickets, waiting } = await withDesk({ DATA_DIR: folder }, look, runtime);
    expect(agents.map(({ status }) => status)).toEqual(['online', 'online', 'online', 'break']);
    expect(tickets.length + waiting).toBe(12);
    expect(waiting).toBe(4);
    const inState = (state: (metadata: Ticket['metadata']) => boolean) =>
      tickets.filter(({ metadata }) => state(metadata)).length;
    expect(inState((metadata) => metadata.isChatRoomClosed)).toBe(1);
    expect(inState((metadata) => metadata.pickedTimestamp === undefined)).toBe(4);
  });

  it('prints a call that works unchanged', async () => {
    const tickets = await withDesk({ DATA_DIR: freshFolder() }, callAsPrinted, runtime);
    expect(tickets.map(({ content }) => content['subject'])).toEqual([
      'the rider went to the wrong address',
      'charged twice for one order',
      'cancel before the kitchen starts',
    ]);
  });
});

describe('a local desk', () => {
  it('keeps its chats at the next start, and creates no others', async () => {
    const folder = freshFolder();
    const countHeld = async (desk: RunningDesk) =>
      (await agentsAt(desk, localSecret(folder))).map(({ load }) => load);
    const first = await withDesk({ DATA_DIR: folder }, countHeld);
    expect(first).toEqual([3, 2, 3, 0]);
    const second = await withDesk({ DATA_DIR: folder }, async (desk) => ({
      held: await countHeld(desk),
      waiting: await countWaiting(desk, localSecret(folder)),
      printed: desk.printed(),
    }));
    expect(second).toMatchObject({ held: first, waiting: 4 });
    expect(second.printed).toMatch(/^curl /m);
  });

  it('writes no log line about its own requests', async () => {
    const desk = await startDesk('node', { DATA_DIR: freshFolder(), LOG_LEVEL: 'info' });
    await fetch(`${desk.url}/openapi.json`);
    await desk.stop();
    const requests = desk
      .logged()
      .split('\n')
      .filter((line) => line.includes('"message":"request"'));
    expect(requests).toEqual([expect.stringContaining('"route":"/openapi.json"')]);
  });
});

it('creates no demo desk when a secret is set', async () => {
  const folder = freshFolder();
  const seen = await withDesk({ DATA_DIR: folder, AUTH_SECRET: secret }, async (desk) => ({
    agents: await agentsAt(desk, secret),
    waiting: await countWaiting(desk, secret),
    printed: desk.printed(),
  }));
  expect(seen).toMatchObject({ agents: [], waiting: 0 });
  expect(seen.printed).not.toMatch(/curl|Demo/);
  expect(existsSync(join(folder, 'auth-secret'))).toBe(false);
});
