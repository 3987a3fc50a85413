import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, unwrap } from '@chat-ticket/client';
import { cellsOf, hurry, ownChats } from '@chat-ticket/replay/suite';
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

/** A file with the chats as `change` leaves them. */
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
  const itsAgents = async () => {
    const backend = clientOf(desk.url, 'service', 'backend');
    const agents = await Promise.all(replayAgents.map((agentID) => backend.getAgent({ agentID })));
    return agents.map((agent) => unwrap(agent)).map(({ load, status }) => ({ load, status }));
  };
  const gone = [1, 2].map(() => ({ load: 0, status: 'offline' }));

  it('goes on with a chat that an earlier run left open', async () => {
    const customer = { id: 'hdan1' };
    const metadata = { orderId: '4711000001' };
    unwrap(await clientOf(desk.url, 'service', 'replay').createTicket({ customer, metadata }));
    const { code, results } = await replay(ownChats, '--plain');
    expect({ code, results }).toEqual({ code: 0, results: ['CLOSED, open already', 'CLOSED', 'CLOSED'] });
    expect(await itsAgents()).toEqual(gone);
  });

  it('acts as the desk’s own agents where they get the chats', async () => {
    await hurry({ baseUrl: desk.url, secret });
    unwrap(await clientOf(desk.url, 'agent', 'ann').setOnline());
    const { code, rows } = await replay(ownChats);
    expect(code).toBe(0);
    expect(rows[0]?.[11]).toBe('declined by ann, taken by replay-agent-1');
    expect(rows.map((row) => row.at(-1))).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
    expect(unwrap(await clientOf(desk.url, 'agent', 'ann').listTickets())).toEqual([]);
  });

  it('takes an offer that is left to an agent for longer than its patience', async () => {
    const { code, rows } = await replay(ownChats, '--patience', '1');
    expect(code).toBe(0);
    expect(rows[1]?.[11]).toBe('left for 1 s, taken by replay-agent-1');
  });

  it('says whom a chat could not be transferred to', async () => {
    const backend = clientOf(desk.url, 'service', 'backend');
    for (let n = 0; n < 198; n++) unwrap(await backend.createTicket({ customer: { id: `c-${n}` } }));
    const file = fileOf(({ train, ...others }) => {
      for (const { scenario } of train) scenario.personal.customer_name = 'x'.repeat(300);
      return { train, ...others };
    });
    const { results, rows } = await replay(file);
    expect(results).toEqual(['failed: body_invalid', 'failed: body_invalid', 'CLOSED']);
    expect(rows[2]?.[11]).toMatch(/^taken by replay-agent-[12], as replay-agent-[12] could not receive it$/);
  });

  it('says that a chat still waits when nobody has room for it', async () => {
    const backend = clientOf(desk.url, 'service', 'backend');
    for (let n = 0; n < 200; n++) unwrap(await backend.createTicket({ customer: { id: `c-${n}` } }));
    const { code, rows, stderr } = await replay(fileOf(({ dev }) => dev));
    expect(code).toBe(1);
    expect(rows).toEqual([
      ['203', 'priya nair', 'order issue - bill out', '4711000002', '3', '-']
        .concat(['+t s', '-', '-', '-', '-', '-'])
        .concat('CREATED, still waits'),
    ]);
    expect(stderr).toBe(
      'replay-agent-1 and replay-agent-2 are offline again; other chats that they gave back: 200\nchats that did not come to a good end: 1 of 1\n',
    );
    expect(await itsAgents()).toEqual(gone);
  });

  it('goes on after a chat that the desk refuses, and exits 1', async () => {
    const file = fileOf(({ train: [first, ...rest] }) => {
      first!.scenario.personal.customer_name = 'x'.repeat(300);
      return [first, ...rest];
    });
    const { code, results, stderr } = await replay(file, '--plain');
    expect({ code, results }).toEqual({ code: 1, results: ['failed: body_invalid', 'CLOSED'] });
    expect(stderr).toMatch(/^chat 101: .*\nchats that did not come to a good end: 1 of 2\n$/);
    expect(await itsAgents()).toEqual(gone);
  });
});

const begin = (url: string, ...options: string[]) =>
  startCli(['replay', ownChats, '--url', url, '--plain', ...options], { AUTH_SECRET: secret });
const said = (cli: ReturnType<typeof startCli>, text: string) =>
  expect.poll(cli.stdout, { timeout: 30_000 }).toContain(text);

describe('chat-ticket replay, while a chat is played,', { timeout: 60_000 }, () => {
  it(
    'goes on through a restart of the desk, and both sides see all there is',
    { timeout: 60_000 },
    async () => {
      const environment = {
        AUTH_SECRET: secret,
        DATA_DIR: freshFolder(),
        PORT: String(await freePort()),
      };
      const first = await startDesk('node', environment);
      const cli = begin(first.url, '--speed', '50');
      await said(cli, 'My rider went to block 12');
      const killed = once(first.process, 'exit');
      first.process.kill('SIGKILL');
      await killed;
      const second = await startDesk('node', environment);
      onTestFinished(async () => {
        await second.stop();
      });
      const { code, stderr, stdout } = await cli.ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('the connection is lost; it goes on where it was');
      expect(stdout.match(/and the database have the same transcript/g)).toHaveLength(3);
      expect(cellsOf(stdout).map((row) => row.at(-1))).toEqual(['result', 'CLOSED', 'CLOSED', 'CLOSED']);
    },
  );

  it('takes its agents offline at Ctrl-C, and says the rest of the chat in the next run', async () => {
    const desk = await startDesk('node');
    onTestFinished(async () => {
      await desk.stop();
    });
    const cli = begin(desk.url, '--speed', '2');
    await said(cli, 'Hello, how can I help you?');
    cli.kill('SIGINT');
    const stopped = await cli.ended;
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(/^stopped after 0 of 3 chats; replay-agent-1 and .* are offline$/m);
    const backend = clientOf(desk.url, 'service', 'backend');
    for (const agentID of replayAgents)
      expect(unwrap(await backend.getAgent({ agentID }))).toMatchObject({ load: 0, status: 'offline' });

    const again = await begin(desk.url, '--speed', 'max').ended;
    expect(again.code).toBe(0);
    expect(cellsOf(again.stdout)[1]?.at(-1)).toBe('CLOSED, open already');
    expect(again.stdout).not.toContain('Hello, how can I help you?');
    expect(again.stdout).toMatch(/have the same transcript: 4 messages, and 1 note /);
  });
});

describe('chat-ticket replay, before anything is sent,', () => {
  const isOneLine = /^[^\n]+\n$/;

  it('says in one line which conversation of a file is no chat', async () => {
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
    expect(stderr).toMatch(/^no desk answers on http:\/\/127\.0\.0\.1:1/);
  });

  it('says in one line that the desk has another secret', async () => {
    const desk = await startDesk('node');
    const args = ['replay', ownChats, '--url', desk.url];
    const { code, stderr } = await runCli(args, { DATA_DIR: freshFolder() });
    await desk.stop();
    expect(code).toBe(1);
    expect(stderr).toMatch(isOneLine);
    expect(stderr).toMatch(/does not take our tokens: set AUTH_SECRET/);
  });

  it('asks for the secret of a desk on another machine', async () => {
    const args = ['replay', ownChats, '--url', 'https://desk.example'];
    const { code, stderr } = await runCli(args, { DATA_DIR: freshFolder() });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'AUTH_SECRET must be set to that of the desk on https://desk.example\n',
    });
  });
});
