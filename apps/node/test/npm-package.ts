import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { freshFolder } from './fresh-folder.ts';
import { environmentWith } from './runtimes.ts';
import { brokenLinksIn } from '../../../scripts/markdown.ts';

const run = promisify(execFile);
const app = join(import.meta.dirname, '..');

/** Builds and packs the npm package `chat-ticket`. Returns the path of its tarball. */
export async function packPackage(): Promise<string> {
  await run(process.execPath, [join(app, 'scripts/build.ts')]);
  const folder = freshFolder();
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, join(app, 'dist')]);
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  const paths = packed.files.map(({ path }) => path);
  expect(paths.filter((path) => !path.startsWith('docs/')).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'THIRD_PARTY_LICENSES',
    'chat-ticket.js',
    'deploy/chat-ticket.service',
    'deploy/chat-ticket.sh',
    'package.json',
  ]);
  const named = readFileSync(join(app, 'README.md'), 'utf8').matchAll(/`(docs\/[^`]+)`/g);
  expect(paths).toEqual(expect.arrayContaining(Array.from(named, ([, path]) => path)));
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
  const installed = join(prefix, 'node_modules/chat-ticket');
  expect(brokenLinksIn(installed)).toEqual([]);
  await expectServesOperator(installed, folder);
  await expectRefusesOldNode(join(installed, 'chat-ticket.js'));

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

/** Runs `deploy/chat-ticket.sh`, with the paths of this folder instead of those of a server. */
async function expectServesOperator(installed: string, folder: string): Promise<void> {
  const script = join(folder, 'chat-ticket.sh');
  const dataDir = join(folder, 'lib');
  const variables = join(folder, 'chat-ticket.env');
  const here = readFileSync(join(installed, 'deploy/chat-ticket.sh'), 'utf8')
    .replace('/etc/chat-ticket.env', variables)
    .replace('/var/lib/chat-ticket', dataDir)
    .replace('/opt/chat-ticket/node_modules/chat-ticket', installed)
    .replace(/^PATH=.*$/m, `PATH=${dirname(process.execPath)}:$PATH`);
  writeFileSync(script, here, { mode: 0o755 });
  const cli = (...args: string[]) => run(script, args, { cwd: folder, env: environmentWith({}) });
  await expect(cli('migrate')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^.+chat-ticket\.env cannot be read\. Run chat-ticket as root\. .+\n$/),
  });
  writeFileSync(variables, `AUTH_SECRET=${'x'.repeat(32)}\n`);
  writeFileSync(join(folder, 'agents.csv'), 'id,email,name\nann,ann@desk.example,Ann\n');
  expect((await cli('agents', 'import', 'agents.csv')).stdout).toBe('Imported 1 agent, 1 new.\n');
  expect(existsSync(join(dataDir, 'default.db'))).toBe(true);
  expect((await cli('token', '--role', 'service', '--sub', 'backend')).stdout).toMatch(/^[\w-]+\.[\w.-]+\n$/);
}

/** A process that has the version of an old Node prints one line, and exits with 2. */
async function expectRefusesOldNode(program: string): Promise<void> {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.0' } })`;
  const old = run(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(pretend)}`,
    program,
  ]);
  await expect(old).rejects.toMatchObject({
    code: 2,
    stderr: 'chat-ticket needs Node 22 or newer, and this is Node 20.20.0.\n',
  });
}
