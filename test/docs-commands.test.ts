import { copyFileSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, unwrap } from '../packages/client/src/index.ts';
import { issueToken } from '../packages/testing/src/index.ts';
import { describe, expect, it, vi } from 'vitest';
import { type Block, blocksOf, blockWith, matchesLines, root, stepsOf } from './docs-commands/blocks.ts';
import { notRun } from './docs-commands/not-run.ts';
import { type Clone, openClone, openTerminal, startBlock } from './docs-commands/shell.ts';

// Runs the commands of the documentation as they are written. The ports are replaced by free ones.

vi.setConfig({ testTimeout: 240_000 });

type Terminal = ReturnType<typeof openTerminal>;

const start = blockWith('README.md', 'pnpm@12 start');

/** A desk that the command of the README started, and a terminal beside it. */
async function startDesk(): Promise<{ clone: Clone; run: Terminal; printed: string }> {
  const clone = await openClone();
  const printed = await startBlock(clone, start, /^curl .*\n/m);
  return { clone, run: openTerminal(clone), printed };
}

async function expectDone(run: Terminal, { text }: Pick<Block, 'text'>): Promise<string> {
  const { isDone, printed } = await run(text);
  expect({ isDone, printed }).toEqual({ isDone: true, printed: expect.any(String) });
  return printed;
}

/** Runs the steps of a block, and compares what they print. `same` replaces what differs from run to run. */
async function expectPrints(run: Terminal, block: Block, same = (text: string) => text): Promise<void> {
  for (const { command, prints } of stepsOf(block)) {
    const { printed } = await run(command);
    const lines = same(printed).trimEnd().split('\n');
    const expected = same(prints.join('\n')).split('\n');
    const isSame = matchesLines(expected, prints.length === 0 ? [''] : lines);
    expect(isSame ? expected : lines).toEqual(expected);
  }
}

const withoutTimes = (printed: string) =>
  printed.replaceAll(/(?:[\d-]+T)?\d\d:\d\d:\d\d(?:\.\d+Z)?/g, 'TIME');

const withoutSeconds = (printed: string) => printed.replaceAll(/\b\d{10}\b/g, 'SECONDS');

/** The code block in another language that follows the text. */
function fileAfter(path: string, text: string, language: string): string {
  const page = readFileSync(join(root, path), 'utf8');
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(
    page.slice(page.indexOf(text)),
  );
  if (!found) throw new Error(`${path} has no ${language} after ${text}.`);
  return found[1]!;
}

/** The pages whose blocks the tests below run, unless `notRun` lists one. */
const runPages = new Set([
  'README.md',
  'docs/backup.md',
  'docs/cli.md',
  'docs/installing.md',
  'docs/finding.md',
  'docs/libsql-endpoint.md',
  'docs/live.md',
  'docs/queues.md',
  'docs/rooms.md',
  'docs/simulate.md',
  'docs/tokens.md',
]);

it('runs each block of commands, or says why not', () => {
  const exclude = ['**/node_modules/**', '**/dist/**'];
  const pages = globSync('**/*.md', { cwd: root, exclude }).toSorted();
  const unknown = pages.flatMap((path) =>
    blocksOf(path)
      .filter(({ text }) => !Object.keys(notRun[path] ?? {}).some((line) => text.startsWith(line)))
      .filter(() => !runPages.has(path))
      .map(({ text }) => `${path}: ${text.split('\n', 1)[0]}`),
  );
  // Run a new block in this file, or add it to docs-commands/not-run.ts.
  expect(unknown).toEqual([]);
  const missing = Object.entries(notRun).flatMap(([path, lines]) =>
    Object.keys(lines).filter((line) => !blocksOf(path).some(({ text }) => text.startsWith(line))),
  );
  expect(missing).toEqual([]);
});

describe('README.md', () => {
  it('starts the demo desk, prints a call that works, and runs the first agent', async () => {
    const { clone, run, printed } = await startDesk();
    const [curl = ''] = /^curl .*$/m.exec(printed) ?? [];
    expect(JSON.parse(await expectDone(run, { text: curl }))).toHaveLength(3);
    const [, token = ''] = /Bearer ([^']+)/.exec(curl) ?? [];
    const agent = blockWith('README.md', 'first-agent.ts');
    const picked = await startBlock(
      clone,
      {
        ...agent,
        text: `export CHAT_TICKET_URL=http://127.0.0.1:8787\n${agent.text.replace(/eyJ\S+/, token)}`,
      },
      /picked at|already_picked/,
    );
    expect(picked).toContain('picked at');
  });
});

describe('docs/rooms.md', () => {
  it('creates a ticket, sends, reads and searches', async () => {
    const { run } = await startDesk();
    const printed = [];
    for (const block of blocksOf('docs/rooms.md')) printed.push(await expectDone(run, block));
    const {
      timestamp: _,
      timestampMs: __,
      ...message
    } = JSON.parse(fileAfter('docs/rooms.md', 'm-1', 'json'));
    expect(JSON.parse(printed[1]!)).toEqual({
      ...message,
      timestamp: expect.any(Number),
      timestampMs: expect.any(Number),
    });
  });
});

describe('docs/finding.md', () => {
  it('finds tickets and agents of the demo desk', async () => {
    expect.hasAssertions();
    const { run } = await startDesk();
    const [variables, ...examples] = blocksOf('docs/finding.md');
    await expectDone(run, variables!);
    for (const example of examples) await expectPrints(run, example, withoutSeconds);
  });
});

describe('docs/live.md', () => {
  it('asks why a connection is refused', async () => {
    const { run } = await startDesk();
    // `curl` fails, because the desk returns 426.
    const { printed } = await run(blockWith('docs/live.md', 'TOKEN=').text);
    expect(JSON.parse(printed)).toMatchObject({ errors: [{ code: 'upgrade_required' }] });
  });
});

describe('docs/backup.md', () => {
  it('backs up a desk that runs, and restores it', async () => {
    const { clone, run } = await startDesk();
    const [backUp, ...others] = blocksOf('docs/backup.md');
    await expectDone(run, backUp!);
    // A desk in use is not replaced, so the other blocks run in a clone without one.
    const other = await openClone();
    copyFileSync(join(clone.folder, 'desk-backup.db'), join(other.folder, 'desk-backup.db'));
    const runThere = openTerminal(other);
    const serve = blockWith('docs/backup.md', 'chat-ticket serve');
    for (const block of others) if (block.text !== serve.text) await expectDone(runThere, block);
    expect(await startBlock(other, serve, /listens on/)).toContain(other.here(':8788'));
    for (const folder of ['.data', '.data-restored'])
      expect(existsSync(join(other.folder, folder, 'default.db'))).toBe(true);
  });
});

describe('docs/installing.md', () => {
  it('defines the command of the other pages in a clone', async () => {
    const run = openTerminal(await openClone());
    await expectDone(run, blockWith('docs/installing.md', 'chat-ticket() {'));
    expect((await run('type chat-ticket')).printed).toContain('is a function');
    expect(await expectDone(run, { text: 'chat-ticket --version' })).toMatch(/^\d+\.\d+\.\d+$/m);
  });
});

describe('docs/tokens.md', () => {
  it('revokes the tokens of an agent', async () => {
    expect.hasAssertions();
    const { run } = await startDesk();
    for (const block of blocksOf('docs/tokens.md')) await expectDone(run, block);
  });
});

describe('docs/queues.md', () => {
  it('shows each strategy', async () => {
    const clone = await openClone();
    const empty = blockWith('docs/queues.md', 'DATA_DIR=.try');
    const script = blockWith('docs/queues.md', 'try()');
    await startBlock(clone, empty, /listens on/);
    const printed = await expectDone(openTerminal(clone), script);
    expect(printed.trim()).toBe(fileAfter('docs/queues.md', script.text, 'text').trim());
  });
});

describe('docs/queues.md', () => {
  it('replaces the settings at the version that was read', async () => {
    const { run } = await startDesk();
    const printed = await expectDone(run, blockWith('docs/queues.md', 'If-Match'));
    expect(JSON.parse(printed)).toMatchObject({ version: 1 });
  });
});

describe('docs/libsql-endpoint.md', () => {
  it('starts the endpoint', async () => {
    const clone = await openClone();
    const block = blockWith('docs/libsql-endpoint.md', '--db');
    const printed = await startBlock(clone, block, /Token: \S+\n/);
    const documented = [...block.text.matchAll(/^# (\w.*?: )/gm)].map(([, label]) => label!);
    expect(documented).toHaveLength(2);
    for (const label of documented) expect(printed).toContain(label);
  });
});

describe('docs/simulate.md', () => {
  it('simulates a day, names errors and compares settings', async () => {
    expect.hasAssertions();
    const run = openTerminal(await openClone());
    for (const block of blocksOf('docs/simulate.md')) {
      if (block.text.includes('test:long')) continue;
      if (block.language === 'console') await expectPrints(run, block);
      else await expectDone(run, block);
    }
  });
});

describe('docs/cli.md', () => {
  const page = 'docs/cli.md';
  const block = (text: string) => blockWith(page, text);

  it('lists its commands, and names errors', async () => {
    expect.hasAssertions();
    const run = openTerminal(await openClone());
    await expectDone(run, block('--help'));
    await expectPrints(run, block('sevre'));
  });

  it('migrates, imports agents and changes the settings without a running desk', async () => {
    expect.hasAssertions();
    const clone = await openClone();
    const run = openTerminal(clone);
    const save = (name: string, text: string) => writeFileSync(join(clone.folder, name), text);
    await expectPrints(run, block('chat-ticket migrate'));

    save('agents.csv', fileAfter(page, '## agents import', 'csv'));
    await expectPrints(run, block('import agents.csv'));
    save(
      'bad.csv',
      'id,email,name,capacity\nann,ann@desk.example,Ann,300\nben,ben,Ben,\nann,ann2@desk.example,Ann,\n',
    );
    await expectPrints(run, block('bad.csv'));

    save('settings.json', fileAfter(page, '## settings get', 'json'));
    await expectPrints(run, block('--if-version 0'));
    const edited = readFileSync(join(clone.folder, 'settings.json'), 'utf8').replace('300', '240');
    save('settings.json', edited);
    await expectPrints(run, block('settings versions'), withoutTimes);
    save('bad.json', '{"capacity":-1,"queues":[{"id":"a","pickTimeoutSeconds":"60"}],"colour":1}');
    await expectPrints(run, block('bad.json'));
    save(
      'wrong.json',
      '{"durationSeconds":600,"arrivals":[{"perHour":60}],"handling":{"distribution":"exponential"},"agents":[{"id":"ann","skill":["vip"]}]}',
    );
    await expectPrints(run, block('simulate docs/examples/delivery-day.json\n'));
  });

  it('prints a token that the desk accepts', async () => {
    const { run } = await startDesk();
    const printed = await expectDone(run, block('TOKEN='));
    const documented = JSON.parse(fileAfter(page, 'TOKEN=', 'json'));
    expect(Object.keys(JSON.parse(printed))).toEqual(Object.keys(documented));
  });

  it('explains why a ticket waits, and why an agent has it', async () => {
    expect.hasAssertions();
    const { clone, run } = await startThaiDesk();
    const ids = [...block(' why ').text.matchAll(/why ([\w-]{36})/g)].map(([, id]) => id!);
    const { waiting, offered } = clone.tickets;
    const text = block(' why ').text.replace(ids[0]!, waiting).replace(ids[1]!, offered);
    await expectPrints(run, { ...block(' why '), text }, withoutTimes);
  });
});

/** An empty desk with the settings of docs/cli.md: two full agents who speak Thai, one who does not, two who wait. */
async function startThaiDesk() {
  const clone = await openClone();
  const AUTH_SECRET = 'a secret that is for this try alone';
  Object.assign(clone.env, { AUTH_SECRET });
  await startBlock(clone, start, /listens on/);
  const as = (role: 'service' | 'agent', sub: string) =>
    createClient({
      baseUrl: clone.here('http://127.0.0.1:8787'),
      token: () => issueToken({ secret: AUTH_SECRET, role, sub }),
    });
  const service = as('service', 'backend');
  const settings = JSON.parse(fileAfter('docs/cli.md', '## settings get', 'json'));
  unwrap(await service.putSettings(settings));
  for (const [agentID, skills, capacity] of [
    ['ann', ['language:tha'], 1],
    ['ben', ['language:tha'], 1],
    ['cho', [], 3],
  ] as const) {
    const email = `${agentID}@desk.example`;
    unwrap(await service.putAgent({ agentID, email, name: agentID, skills: [...skills], capacity }));
    unwrap(await as('agent', agentID).setOnline());
  }
  const tickets = [];
  for (const id of ['c-1', 'c-2', 'c-3', 'c-4'])
    tickets.push(unwrap(await service.createTicket({ customer: { id }, metadata: { language: 'tha' } })));
  const run = openTerminal(clone);
  return { clone: { ...clone, tickets: { offered: tickets[0]!.id, waiting: tickets[3]!.id } }, run };
}
