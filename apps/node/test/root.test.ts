import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { environmentWith, runtimes } from './runtimes.ts';

// A desk on a server runs as a user of its own, and its operator runs CLI commands as root.

vi.setConfig({ testTimeout: 240_000 });

const user = 65_534;
const isRoot = process.getuid?.() === 0;

/** A data folder of the desk’s user, in a folder that everybody can enter. */
function userFolder(): string {
  const folder = freshFolder();
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  chownSync(dataDir, user, user);
  return dataDir;
}

const ownersIn = (folder: string): Record<string, number> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true }).map((name) => [
      name as string,
      statSync(join(folder, name as string)).uid,
    ]),
  );

/** Runs `chat-ticket` as a user until it exits. A desk stops when it listens. */
async function runAs(uid: number, dataDir: string, ...words: string[]) {
  const [command, ...args] = runtimes.node;
  const child = spawn(command, [...args, ...words], {
    env: environmentWith({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }),
    uid,
    gid: uid,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close') as Promise<[number | null]>;
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (text.includes('listens on')) child.kill('SIGTERM');
  });
  const [code] = await closed;
  return { code, printed };
}

it.runIf(isRoot)('starts as its user after root has imported, saved, backed up and restored', async () => {
  const dataDir = userFolder();
  const environment = { DATA_DIR: dataDir };
  const outside = freshFolder();
  const [csv, json, file] = ['agents.csv', 'settings.json', 'desk.backup'].map((name) =>
    join(outside, name),
  ) as [string, string, string];
  writeFileSync(csv, 'id,email,name\nann,ann@desk.example,Ann\n');
  writeFileSync(json, '{}');
  for (const args of [
    ['migrate'],
    ['agents', 'import', csv],
    ['settings', 'put', json],
    ['backup', file],
    ['restore', file],
  ])
    expect(await runCli(args, environment)).toMatchObject({ code: 0 });
  const owners = ownersIn(dataDir);
  expect(Object.keys(owners)).toContain('default.db');
  expect(new Set(Object.values(owners))).toEqual(new Set([user]));
  expect(statSync(file).uid).toBe(0);

  expect((await runAs(user, dataDir, 'serve')).printed).toContain('listens on');
  expect(new Set(Object.values(ownersIn(dataDir)))).toEqual(new Set([user]));
});

it.runIf(isRoot)('gives what root creates to the owner of the folder', async () => {
  const dataDir = userFolder();
  expect(await runCli(['migrate'], { DATABASE_URL: `file:${dataDir}/more/{workspace}.db` })).toMatchObject({
    code: 0,
  });
  expect(ownersIn(dataDir)).toMatchObject({ more: user, 'more/default.db': user });
});

it.runIf(isRoot)('restores into a folder without a database, for the owner of the folder', async () => {
  const [source, target] = [userFolder(), userFolder()];
  const file = join(freshFolder(), 'desk.backup');
  await runCli(['migrate'], { DATA_DIR: source });
  await runCli(['backup', file], { DATA_DIR: source });
  expect(await runCli(['restore', file], { DATA_DIR: target })).toMatchObject({ code: 0 });
  expect(ownersIn(target)).toEqual({ 'default.db': user });
});

it.runIf(isRoot)('does not replace the database of another user', async () => {
  const dataDir = userFolder();
  const file = join(freshFolder(), 'desk.backup');
  await runCli(['migrate'], { DATA_DIR: dataDir });
  await runCli(['backup', file], { DATA_DIR: dataDir });
  for (const folder of [dataDir, dirname(file)]) chmodSync(folder, 0o777);
  chmodSync(file, 0o644);
  expect(await runAs(user - 1, dataDir, 'restore', file)).toEqual({
    code: 1,
    printed: `${dataDir}/default.db belongs to another user. Restore it as that user or as root.\n`,
  });
  expect(ownersIn(dataDir)).toMatchObject({ 'default.db': user });
});
