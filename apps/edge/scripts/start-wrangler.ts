import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const readyAfterMs = 60_000;

export type WranglerDev = {
  url: string;
  /** Settles when wrangler has ended, however it did. */
  ended: Promise<unknown>;
  /** What it has printed; nothing where that is shown. */
  output(): string;
  stop(): Promise<void>;
  /** Ends a killable wrangler and the runtime that it has started, without a word. */
  kill(): Promise<void>;
};

/** `wrangler dev` with these variables as the Worker’s bindings; answers when the Worker does. */
export async function startWrangler(options: {
  port: number;
  /** Where Durable Objects are kept. */
  stateDir: string;
  bindings: Readonly<Record<string, string>>;
  logLevel?: 'debug' | 'log';
  /** Where a debugger attaches. Default: a free port. */
  inspectorPort?: number;
  /** Shows what wrangler prints; otherwise it is shown only when the start fails. */
  verbose?: boolean;
  /** Gives it a process group of its own, which the terminal’s Ctrl-C does not reach, for `kill`. */
  killable?: boolean;
}): Promise<WranglerDev> {
  const { port, stateDir, bindings, logLevel = 'log', inspectorPort = 0 } = options;
  const { verbose = false, killable = false } = options;
  const vars = Object.entries(bindings).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const wrangler = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../node_modules/wrangler/bin/wrangler.js', import.meta.url)),
      'dev',
      '--ip=127.0.0.1',
      `--port=${port}`,
      `--persist-to=${stateDir}`,
      `--inspector-port=${inspectorPort}`,
      `--log-level=${logLevel}`,
      '--show-interactive-dev-session=false',
      ...vars,
    ],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
      detached: killable,
      stdio: ['ignore', verbose ? 'inherit' : 'pipe', verbose ? 'inherit' : 'pipe'],
    },
  );
  let output = '';
  wrangler.stdout?.on('data', (chunk: Buffer) => (output += chunk));
  wrangler.stderr?.on('data', (chunk: Buffer) => (output += chunk));

  const url = `http://127.0.0.1:${port}`;
  const ended = once(wrangler, 'exit');
  const stop = async () => {
    wrangler.kill('SIGTERM');
    await ended;
  };
  const kill = async () => {
    if (wrangler.pid !== undefined) process.kill(-wrangler.pid, 'SIGKILL');
    await ended;
  };
  if (await answers(url, wrangler)) return { url, ended, output: () => output, stop, kill };
  await stop();
  throw new Error(`wrangler dev did not start:\n${output}`);
}

async function answers(url: string, wrangler: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + readyAfterMs;
  while (wrangler.exitCode === null && Date.now() < deadline) {
    if (
      await fetch(`${url}/healthz`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
