import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentWith, type Runtime, runtimes } from './runtimes.ts';

export type RunningDesk = {
  url: string;
  secret: string;
  process: ChildProcess;
  /** What it has printed on standard error. */
  printed(): string;
  /** What it has logged on standard output. */
  logged(): string;
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
  const desk = spawn(command, [...args, 'serve'], {
    env: environmentWith({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(desk, 'exit');
  let printed = '';
  let logged = '';
  desk.stdout.on('data', (chunk: Buffer) => {
    logged += chunk;
    process.stdout.write(chunk);
  });
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
    logged: () => logged,
    stop: async () => {
      desk.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}
