import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Vitals } from './tell-vitals.ts';

export type Server = {
  url: string;
  /** What the process uses; `settled` once its garbage is collected. */
  vitals(settled: boolean): Promise<Vitals>;
  stop(): Promise<void>;
};

export const secret = 'the secret of servers that are only measured';

/**
 * A server as a process of its own, on a free port, with no settings but these, and with an empty data folder
 * that also takes its log.
 */
export async function startServer(
  entry: URL,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chat-ticket-bench-'));
  const log = openSync(join(dataDir, 'log'), 'w');
  const observed = ['--expose-gc', '--import', new URL('tell-vitals.ts', import.meta.url).href];
  const child = spawn(process.execPath, [...observed, fileURLToPath(entry), ...args], {
    env: {
      AUTH_SECRET: secret,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', log, 'pipe', 'ipc'],
  });
  closeSync(log);
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
    rmSync(dataDir, { recursive: true, force: true });
    return code;
  });
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    void ended.then((code) => reject(new Error(`${entry.pathname} ended with ${code}:\n${printed}`)));
    createInterface(child.stderr!).on('line', (line) => {
      printed += `${line}\n`;
      const listening = /listens on (http:\/\/\S+)/.exec(line)?.[1];
      if (listening) resolve(listening);
    });
  });
  return {
    url,
    vitals: async (settled) => {
      const told = once(child, 'message');
      child.send({ settled });
      const [vitals] = (await told) as [Vitals];
      return vitals;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
