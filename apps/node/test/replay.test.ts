import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, unwrap } from '@chat-ticket/client';
import { cellsOf, shortenPickTimeout, ownChats } from '@chat-ticket/replay/suite';
import { issueToken } from '@chat-ticket/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { freePort } from './live/free-port.ts';
import { runCli, startCli } from './run-cli.ts';
import { type RunningDesk, secret, startDesk } from './start-desk.ts';

const replayAgents = ['replay-agent-1', 'replay-agent-2'];

type Chats = { train: { scenario: { personal: { customer_name: string } } }[]; dev: unknown[] };

const clientOf = (baseUrl: string, role: 'agent' | 'service', sub: string) =>
  createClient({ baseUrl, token: () => issueToken({ secret, role, sub }) });

/** A file with the sample chats after `change`. */
function fileOf(change: (chats: Chats) => unknown): string {
  const file = join(freshFolder(), 'chats.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(ownChats, 'utf8')) as Chats)));
  return file;
}

describe('chat-ticket replay', { timeout: 60_000 }, () => {
  let desk: RunningDesk;
  beforeEach(async () => {
    desk = await startDesk('node');
  });
  afterEach(() => desk.stop());

  const replay = async (file: string, ...options: string[]) => {
    const args = ['replay', file, '--url', desk.url, '--speed', 'max', ...options];
    const ended = await runCli(args, { AUTH_SECRET: secret });
    const [, ...rows] = cellsOf(ended.stdout);
    return { ...ended, rows, results: rows.map((row) => row.at(-1)) };
  };
  const replayAgentStates = async () => {
    const backend = clientOf(desk.url, 'service', 'backend');
    const agents = await Promise.all(replayAgents.map((agentID) => backend.getAgent({ agentID })));
    return agents.map((agent) => unwrap(agent)).map(({ load, status }) => ({ load, status }));
  };
  const offline = [1, 2].map(() => ({ load: 0, status: 'offline' }));

  it('continues a chat that an earlier run left open', async () => {
    const customer = { id: 'hdan1' };
    const metadata = { orderId: '4711000001' };
    unwrap(await clientOf(desk.url, 'service', 'replay').createTicket({ customer, metadata }));
    const { code, results } = await replay(ownChats, '--plain');
    expect({ code, results }).toEqual({ code: 0, results: ['CLOSED, was already open', 'CLOSED', 'CLOSED'] });
    expect(await replayAgentStates()).toEqual(offline);
  });

  it('acts as the desk’s agents when they receive the chats', async () => {
    await shortenPickTimeout({ baseUrl: desk.url, secret });
    unwrap(await clientOf(desk.url, 'agent', 'ann').setOnline());
    const { code, rows } = await replay(ownChats);
    expect(code).toBe(0);
    expect(rows[0]?.[11]).toBe('declined by ann, assigned to replay-agent-1');
    expect(rows.map((row) => row.at(-1))).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
    expect(unwrap(await clientOf(desk.url, 'agent', 'ann').listTickets())).toEqual([]);
  });

  it('picks an offer that stays with its agent for longer than --patience', async () => {
    const { code, rows } = await replay(ownChats, '--patience', '1');
    expect(code).toBe(0);
    expect(rows[1]?.[11]).toBe('not picked for 1 s, assigned to replay-agent-1');
  });

  it('names the agent that could not receive a transfer', async () => {
    const backend = clientOf(desk.url, 'service', 'backend');
    for (let n = 0; n < 198; n++) unwrap(await backend.createTicket({ customer: { id: `c-${n}` } }));
    const file = fileOf(({ train, ...others }) => {
      for (const { scenario } of train) scenario.personal.customer_name = 'x'.repeat(300);
      return { train, ...others };
    });
    const { results, rows } = await replay(file);
    expect(results).toEqual(['failed: body_invalid', 'failed: body_invalid', 'CLOSED']);
    expect(rows[2]?.[11]).toMatch(
      /^assigned to replay-agent-[12], replay-agent-[12] could not receive the transfer$/,
    );
  });

  it('reports that a chat is still waiting when no agent has capacity', async () => {
    const backend = clientOf(desk.url, 'service', 'backend');
    for (let n = 0; n < 200; n++) unwrap(await backend.createTicket({ customer: { id: `c-${n}` } }));
    const { code, rows, stderr } = await replay(fileOf(({ dev }) => dev));
    expect(code).toBe(1);
    expect(rows).toEqual([
      ['203', 'priya nair', 'order issue - bill out', '4711000002', '3', '-']
        .concat(['+t s', '-', '-', '-', '-', '-'])
        .concat('CREATED, still waiting'),
    ]);
    expect(stderr).toBe(
      'replay-agent-1 and replay-agent-2 are offline. Other chats that they returned: 200.\nFailed chats: 1 of 1.\n',
    );
    expect(await replayAgentStates()).toEqual(offline);
  });

  it('continues after a chat that the desk refuses, and exits with 1', async () => {
    const file = fileOf(({ train: [first, ...rest] }) => {
      first!.scenario.personal.customer_name = 'x'.repeat(300);
      return [first, ...rest];
    });
    const { code, results, stderr } = await replay(file, '--plain');
    expect({ code, results }).toEqual({ code: 1, results: ['failed: body_invalid', 'CLOSED'] });
    expect(stderr).toMatch(/^chat 101: .*\nFailed chats: 1 of 2\.\n$/);
    expect(await replayAgentStates()).toEqual(offline);
  });
});

const startReplay = (url: string, ...options: string[]) =>
  startCli(['replay', ownChats, '--url', url, '--plain', ...options], { AUTH_SECRET: secret });
const printed = (cli: ReturnType<typeof startCli>, text: string) =>
  expect.poll(cli.stdout, { timeout: 30_000 }).toContain(text);

describe('chat-ticket replay, during a chat,', { timeout: 60_000 }, () => {
  it(
    'continues through a restart of the desk, and both sides receive every message',
    { timeout: 60_000 },
    async () => {
      const environment = {
        AUTH_SECRET: secret,
        DATA_DIR: freshFolder(),
        PORT: String(await freePort()),
      };
      const first = await startDesk('node', environment);
      const cli = startReplay(first.url, '--speed', '50');
      await printed(cli, 'My rider went to block 12');
      const killed = once(first.process, 'exit');
      first.process.kill('SIGKILL');
      await killed;
      const second = await startDesk('node', environment);
      onTestFinished(async () => {
        await second.stop();
      });
      const { code, stderr, stdout } = await cli.ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('the connection is lost; it reconnects and resumes after the last event');
      expect(stdout.match(/and the database have the same transcript/g)).toHaveLength(3);
      expect(cellsOf(stdout).map((row) => row.at(-1))).toEqual(['result', 'CLOSED', 'CLOSED', 'CLOSED']);
    },
  );

  it('sets its agents offline at Ctrl-C, and sends the rest of the chat in the next run', async () => {
    const desk = await startDesk('node');
    onTestFinished(async () => {
      await desk.stop();
    });
    const cli = startReplay(desk.url, '--speed', '2');
    await printed(cli, 'Hello, how can I help you?');
    cli.kill('SIGINT');
    const stopped = await cli.ended;
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(/^Stopped after 0 of 3 chats\. replay-agent-1 and .* are offline\.$/m);
    const backend = clientOf(desk.url, 'service', 'backend');
    for (const agentID of replayAgents)
      expect(unwrap(await backend.getAgent({ agentID }))).toMatchObject({ load: 0, status: 'offline' });

    const again = await startReplay(desk.url, '--speed', 'max').ended;
    expect(again.code).toBe(0);
    expect(cellsOf(again.stdout)[1]?.at(-1)).toBe('CLOSED, was already open');
    expect(again.stdout).not.toContain('Hello, how can I help you?');
    expect(again.stdout).toMatch(/have the same transcript: 4 messages and 1 note /);
  });
});

describe('chat-ticket replay, before it sends a request,', () => {
  const isOneLine = /^[^\n]+\n$/;

  it('names the invalid conversation of a file in one line', async () => {
    const file = fileOf(({ train }) => ({ train: [...train, { convo_id: 9 }] }));
    const { code, stdout, stderr } = await runCli(['replay', file], { DATA_DIR: freshFolder() });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(isOneLine);
    expect(stderr).toContain(`${file}: train, conversation 3 (convo_id 9), scenario: `);
  });

  it('says in one line that no desk answers', async () => {
    const args = ['replay', ownChats, '--url', 'http://127.0.0.1:1'];
    const { code, stderr } = await runCli(args, { AUTH_SECRET: secret });
    expect(code).toBe(1);
    expect(stderr).toMatch(isOneLine);
    expect(stderr).toMatch(/^No desk answers at http:\/\/127\.0\.0\.1:1\./);
  });

  it('says in one line that the desk has another secret', async () => {
    const desk = await startDesk('node');
    const args = ['replay', ownChats, '--url', desk.url];
    const { code, stderr } = await runCli(args, { AUTH_SECRET: 'x'.repeat(32) });
    await desk.stop();
    expect(code).toBe(1);
    expect(stderr).toMatch(isOneLine);
    expect(stderr).toMatch(/does not accept the replay’s tokens\. Set AUTH_SECRET/);
  });

  it('asks for the secret of a desk on another machine', async () => {
    const args = ['replay', ownChats, '--url', 'https://desk.example'];
    const { code, stderr } = await runCli(args, { DATA_DIR: freshFolder() });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'AUTH_SECRET is not set. Set it to the secret of the desk at https://desk.example.\n',
    });
  });
});
