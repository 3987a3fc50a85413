import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../apps/node/test/live/free-port.ts';
import { openBrowser } from '../apps/node/test/live/open-browser.ts';
import { secret, startDesk } from '../apps/node/test/start-desk.ts';
import { createClient, unwrap } from '../packages/client/src/index.ts';
import { issueToken } from '../packages/testing/src/index.ts';
import { packedPackage } from './packed-packages.ts';

// Runs the examples outside the workspace, with the packed packages, against a desk.

const root = join(import.meta.dirname, '..');
const patience = { timeout: 20_000, interval: 50 };
const run = promisify(execFile);
const isSource = (path: string) => !['node_modules', 'packed', 'position.txt'].includes(basename(path));
let examples: string;

beforeAll(async () => {
  examples = await mkdtemp(join(tmpdir(), 'chat-ticket-examples-'));
  await cp(join(root, 'examples'), examples, { recursive: true, filter: isSource });
  await mkdir(join(examples, 'packed'));
  for (const name of ['contract', 'client'])
    await cp(packedPackage(name), join(examples, 'packed', `${name}.tgz`));
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund'];
  for (const name of ['backend', 'agent-bot', 'customer-page'])
    await run('npm', ['install', ...quietly], { cwd: join(examples, name) });
}, 180_000);

afterAll(() => rm(examples, { recursive: true, force: true }));

/** Starts a desk without agents, for a page of the origin. */
async function openDesk(origin = 'http://127.0.0.1:3000') {
  const desk = await startDesk('node', { AUTH_SECRET: secret, CORS_ORIGINS: origin });
  onTestFinished(async () => void (await desk.stop()));
  return desk.url;
}

/** Runs `npm start` of an example with a token of the role, until it ends or the test does. */
async function start(example: string, role: 'agent' | 'service', variables: Record<string, string>) {
  const token = await issueToken({ secret, role, sub: example, name: 'Example' });
  const program = spawn('npm', ['start', '--silent'], {
    cwd: join(examples, example),
    env: { ...process.env, ...variables, CHAT_TICKET_TOKEN: token },
    // npm does not pass on every signal, so the test stops the process group.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'close') as Promise<[number | null]>;
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  onTestFinished(async () => {
    if (program.exitCode === null) process.kill(-program.pid!, 'SIGTERM');
    await ended;
  });
  return { lines: () => output.trimEnd().split('\n'), ended: ended.then(([code]) => code) };
}

describe('the examples', () => {
  it('type-check', { timeout: 60_000 }, async () => {
    const compilerOptions = {
      module: 'nodenext',
      target: 'ES2024',
      strict: true,
      noEmit: true,
      types: [join(root, 'node_modules/@types/node')],
    };
    const files = ['backend/backend.ts', 'agent-bot/bot.ts', 'customer-page/server.ts'];
    const tsconfig = join(examples, 'tsconfig.json');
    await writeFile(tsconfig, JSON.stringify({ compilerOptions, files }));
    const check = run(join(root, 'node_modules/.bin/tsc'), ['-p', tsconfig]);
    await expect(check).resolves.toMatchObject({ stdout: '' });
  });

  it('create tickets, serve them and follow them until they are closed', { timeout: 60_000 }, async () => {
    const url = await openDesk();
    const desk = { CHAT_TICKET_URL: url };
    const bot = await start('agent-bot', 'agent', desk);
    await expect.poll(bot.lines, patience).toContain('The bot is online.');
    const backend = await start('backend', 'service', desk);
    await expect.poll(backend.lines, patience).toContain('live channel: live');

    const clientOf = async (role: 'agent' | 'service', sub: string) =>
      createClient({ baseUrl: url, token: await issueToken({ secret, role, sub }) });
    const service = await clientOf('service', 'test');
    for (const { metadata } of unwrap(await (await clientOf('agent', 'agent-bot')).listTickets())) {
      const roomID = metadata.roomId;
      const { token } = unwrap(await service.createRoomToken({ roomID }));
      const customer = createClient({ baseUrl: url, token });
      for (const text of ['Where is it?', 'bye'])
        unwrap(await customer.sendMessage({ roomID, clientMessageId: crypto.randomUUID(), text }));
    }
    expect(await backend.ended).toBe(0);
    for (const chat of ['chat-1', 'chat-2']) {
      const lines = backend.lines().filter((line) => line.startsWith(chat));
      expect(lines).toContain(`${chat} customer: Where is it?`);
      expect(lines).toContain(`${chat} agent: You wrote: Where is it?`);
      expect(lines.at(-1)).toBe(`${chat} CLOSED`);
    }

    // A second run with the same keys creates no ticket: all are closed.
    const again = await start('backend', 'service', desk);
    expect(await again.ended).toBe(0);
    expect(again.lines()).toEqual(['chat-1 CLOSED', 'chat-2 CLOSED']);
  });

  it('let a customer chat on the page until the chat is closed', { timeout: 60_000 }, async () => {
    const port = String(await freePort());
    const origin = `http://127.0.0.1:${port}`;
    const desk = { CHAT_TICKET_URL: await openDesk(origin), PORT: port };
    const server = await start('customer-page', 'service', desk);
    await expect.poll(server.lines, patience).toContain(`The page is at ${origin}`);

    const { page, close } = await openBrowser(origin);
    onTestFinished(close);
    const status = () => page.textContent('#status');
    const messages = () => page.locator('#messages li').allTextContents();
    await expect.poll(status, patience).toBe('You are number 1 in the queue.');

    await start('agent-bot', 'agent', desk);
    await expect.poll(status, patience).toBe('An agent has your chat.');
    await expect.poll(messages, patience).toHaveLength(1);
    await page.fill('#text', 'Where is my order?');
    await page.press('#text', 'Enter');
    await expect
      .poll(messages, patience)
      .toEqual([
        expect.stringMatching(/^Example: Hello! I am a program/),
        'Hugo Dan: Where is my order?',
        'Example: You wrote: Where is my order?',
      ]);
    await page.fill('#text', 'bye');
    await page.press('#text', 'Enter');
    await expect.poll(status, patience).toBe('The chat is closed.');
    expect(await page.locator('#form').count()).toBe(0);
  });
});
