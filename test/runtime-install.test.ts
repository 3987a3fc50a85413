import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '..');
const notCopied = new Set(['.git', '.data', '.turbo', '.wrangler', 'dist', 'node_modules', 'test-results']);

/** The repository as a clone has it, and a PATH with a shell and one runtime. */
async function freshCopy(runtime: 'bun' | 'deno') {
  const folder = await mkdtemp(join(tmpdir(), `chat-ticket-${runtime}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [repository, path] = [join(folder, 'repository'), join(folder, 'path')];
  await cp(root, repository, { recursive: true, filter: (source) => !notCopied.has(basename(source)) });
  await mkdir(path);
  await symlink('/bin/sh', join(path, 'sh'));
  const binary = { bun: 'bun/bin/bun.exe', deno: 'deno/deno' }[runtime];
  await symlink(join(root, 'node_modules', binary), join(path, runtime));
  return { repository, path };
}

/** What an install needs to reach a registry. */
const network = /^(HOME|npm_config_registry|https?_proxy|no_proxy|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS)$/i;
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => network.test(name)));

/** Runs a command in its own process group, because its scripts start further processes. */
function start(
  [command, ...args]: [string, ...string[]],
  { repository, path }: { repository: string; path: string },
) {
  const child = spawn(join(path, command), args, {
    cwd: repository,
    env: { ...environment, PATH: path, PORT: '0', DENO_NO_UPDATE_CHECK: '1' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close') as Promise<[number | null]>;
  return {
    lines: createInterface(child.stderr),
    output: () => output,
    ended: ended.then(([code]) => code),
    stop: () => process.kill(-child.pid!, 'SIGTERM'),
  };
}

it.each([
  { runtime: 'bun', install: ['bun', 'install'], run: ['bun', 'run', 'start'] },
  { runtime: 'deno', install: ['deno', 'install'], run: ['deno', 'task', 'start'] },
] as const)(
  'installs and starts with $runtime alone',
  { timeout: 180_000 },
  async ({ runtime, install, run }) => {
    const copy = await freshCopy(runtime);
    const manifest = await readFile(join(copy.repository, 'package.json'), 'utf8');

    const installing = start([...install], copy);
    expect({ code: await installing.ended, output: installing.output() }).toMatchObject({ code: 0 });
    expect(await readFile(join(copy.repository, 'package.json'), 'utf8')).toBe(manifest);

    // No Node is within reach, so the desk runs on the runtime.
    expect(existsSync(join(copy.repository, 'node_modules/.bin/node'))).toBe(false);
    const desk = start([...run], copy);
    onTestFinished(async () => {
      desk.stop();
      await desk.ended;
    });
    const url = await new Promise<string>((resolve, reject) => {
      void desk.ended.then((code) => reject(new Error(`The desk ended with ${code}.\n${desk.output()}`)));
      desk.lines.on('line', (line) => {
        const listening = /listens on (http:\/\/\S+)/.exec(line)?.[1];
        if (listening) resolve(listening);
      });
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  },
);
