import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { environmentWith } from '../../apps/node/test/runtimes.ts';
import { root, type Block } from './blocks.ts';

/** The ports that the documentation names. A test replaces them by free ones. */
const documentedPorts = [8080, 8787, 8788, 8790];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A folder in which the commands of the documentation run: it looks like a clone, and is deleted after the test. */
export async function openClone() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const entry of readdirSync(root)) {
    if (!entry.startsWith('.') && entry !== 'test-results')
      symlinkSync(join(root, entry), join(folder, entry));
  }
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const npx = join(bin, 'npx');
  writeFileSync(npx, `#!/bin/sh\nexec node ${join(import.meta.dirname, 'pnpm.ts')} "$@"\n`);
  chmodSync(npx, 0o755);
  const cli = join(bin, 'chat-ticket');
  writeFileSync(cli, '#!/bin/sh\nexec npx -y pnpm@12 --silent chat-ticket "$@"\n');
  chmodSync(cli, 0o755);

  const ports = new Map<number, number>();
  for (const port of documentedPorts) ports.set(port, await freePort());
  /** The text with the ports of this clone. */
  const here = (text: string) =>
    text.replaceAll(/\b(?:8080|8787|8788|8790)\b/g, (port) => String(ports.get(Number(port))));
  const env = environmentWith({
    PATH: `${bin}:${join(root, 'node_modules/.bin')}:${process.env['PATH']}`,
    PORT: String(ports.get(8787)),
  });
  return { folder, env, here };
}

export type Clone = Awaited<ReturnType<typeof openClone>>;

/** A terminal. Variables that one block sets exist in the next one. */
export function openTerminal({ folder, env, here }: Clone) {
  const bash = spawn('bash', ['--norc'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(() => void bash.kill('SIGKILL'));
  let output = '';
  bash.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  // `curl -s` succeeds whatever the desk answers.
  bash.stdin.write('exec 2>&1; set -o pipefail -E; curl() { command curl --fail-with-body "$@"; }\n');
  let count = 0;

  /** Runs commands. Resolves to what they printed, and whether each one succeeded. */
  return async function run(commands: string): Promise<{ isDone: boolean; printed: string }> {
    const mark = `--- end of command ${(count += 1)}`;
    output = '';
    bash.stdin.write(
      `failed=; trap 'failed=1' ERR\n${here(commands)}\ntrap - ERR; echo; echo "${mark}$failed"\n`,
    );
    while (!output.includes(mark)) await once(bash.stdout, 'data');
    const [printed = '', end = ''] = output.split(`\n${mark}`);
    return { isDone: end.trim() === '', printed };
  };
}

/** Starts a block that runs until it is stopped, in its own terminal. Resolves when it has printed `until`. */
export async function startBlock(
  { folder, env, here }: Clone,
  { text }: Block,
  until: RegExp,
): Promise<string> {
  const child = spawn('bash', ['-c', here(text)], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGTERM');
    await ended;
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    void ended.then(([code]) => reject(new Error(`It ended with ${code}.\n${output}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (until.test(output)) resolve();
      });
  });
  return output;
}
