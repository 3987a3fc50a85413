import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Usage } from './report-usage.ts';

export type Server = {
  url: string;
  /** Returns the memory and CPU that the process uses; with `afterGc`, after a garbage collection. */
  usage(afterGc: boolean): Promise<Usage>;
  stop(): Promise<void>;
};

export const secret = 'the secret of the measured servers';

/**
 * Starts a server in a new process, on a free port, with only these environment variables, and with an empty data
 * folder that also receives its log.
 */
export async function startServer(
  entry: URL,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chat-ticket-bench-'));
  const log = openSync(join(dataDir, 'log'), 'w');
  const nodeArgs = ['--expose-gc', '--import', new URL('report-usage.ts', import.meta.url).href];
  const child = spawn(process.execPath, [...nodeArgs, fileURLToPath(entry), ...args], {
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
      const address = /listen(?:s|ing) on (http:\/\/\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
  return {
    url,
    usage: async (afterGc) => {
      const reported = once(child, 'message');
      child.send({ afterGc });
      const [usage] = (await reported) as [Usage];
      return usage;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
