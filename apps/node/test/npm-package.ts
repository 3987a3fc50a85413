import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { freshFolder } from './fresh-folder.ts';
import { environmentWith } from './runtimes.ts';

const run = promisify(execFile);
const app = join(import.meta.dirname, '..');

/** Builds and packs the npm package `chat-ticket`. Returns the path of its tarball. */
export async function packPackage(): Promise<string> {
  await run(process.execPath, [join(app, 'scripts/build.ts')]);
  const folder = freshFolder();
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, join(app, 'dist')]);
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  expect(packed.files.map(({ path }) => path).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'THIRD_PARTY_LICENSES',
    'chat-ticket.js',
    'package.json',
  ]);
  return join(folder, packed.filename);
}

/** Installs the tarball in an empty folder, with production dependencies alone, and serves with this Node. */
export async function expectServes(tarball: string, node: string): Promise<void> {
  const folder = freshFolder();
  const prefix = join(folder, 'installed');
  mkdirSync(prefix);
  const env = environmentWith({
    PATH: `${dirname(node)}:/usr/bin:/bin`,
    PORT: '0',
    NODE_ENV: 'production',
  });
  await run('npm', ['install', '--prefix', prefix, '--omit=dev', '--no-audit', '--no-fund', tarball]);
  const bin = join(prefix, 'node_modules/.bin/chat-ticket');
  expect((await run(bin, ['--version'], { env })).stdout).toBe(`${manifest.version}\n`);

  const desk = spawn(bin, [], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void desk.kill('SIGKILL'));
  const exited = once(desk, 'exit');
  let printed = '';
  const call = await new Promise<RegExpExecArray>((resolve, reject) => {
    void exited.then(([code]) => reject(new Error(`The desk ended with ${code}.\n${printed}`)));
    createInterface(desk.stderr).on('line', (line) => {
      printed += `${line}\n`;
      const curl = /^curl -s (\S+) -H 'Authorization: (.+)'/.exec(line);
      if (curl) resolve(curl);
    });
  });
  const [, url = '', Authorization = ''] = call;
  expect((await fetch(new URL('/readyz', url))).status).toBe(200);
  expect(await (await fetch(url, { headers: { Authorization } })).json()).toHaveLength(3);
  desk.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
}
