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
  /** The output on standard error so far. */
  printed(): string;
  /** The log on standard output so far. */
  logged(): string;
  /** Sends SIGTERM. Resolves to the exit code. */
  stop(): Promise<number | null>;
};

export const secret = 'the secret of a desk that is only tested';

/** Starts `chat-ticket serve` as a process, on a free port and an empty data folder. */
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
