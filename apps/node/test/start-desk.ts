import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const inModules = (path: string) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** How each runtime runs the same entry. The binaries themselves: Deno’s wrapper passes no signal on. */
export const runtimes = {
  node: [process.execPath, main],
  bun: [inModules('.bin/bun'), 'run', main],
  deno: [inModules('deno/deno'), 'run', '--allow-all', '--node-modules-dir=manual', main],
} as const;
export type Runtime = keyof typeof runtimes;

export type RunningDesk = {
  url: string;
  secret: string;
  process: ChildProcess;
  /** What it has printed on standard error. */
  printed(): string;
  /** Asks it to stop and answers its exit code. */
  stop(): Promise<number | null>;
};

export const secret = 'the secret of a desk that is only tested';

/** `chat-ticket serve` as a process of its own, on a free port and an empty data folder. */
export async function startDesk(
  runtime: Runtime,
  environment: Readonly<Record<string, string>> = { AUTH_SECRET: secret },
): Promise<RunningDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const [command, ...args] = runtimes[runtime];
  const { AUTH_SECRET: _, ...inherited } = process.env;
  const desk = spawn(command, [...args, 'serve'], {
    env: {
      ...inherited,
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      DENO_NO_UPDATE_CHECK: '1',
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const exited = once(desk, 'exit');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    void exited.then(([code]) => reject(new Error(`the desk ended with ${code} on ${runtime}:\n${printed}`)));
    createInterface(desk.stderr).on('line', (line) => {
      printed += `${line}\n`;
      const listening = /listens on (http:\/\/\S+)/.exec(line)?.[1];
      if (listening) resolve(listening);
    });
  });
  return {
    url,
    secret,
    process: desk,
    printed: () => printed,
    stop: async () => {
      desk.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}
