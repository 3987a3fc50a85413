import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const startTimeoutMs = 60_000;

export type WranglerDev = {
  url: string;
  /** Settles when wrangler has exited. */
  ended: Promise<unknown>;
  /** What wrangler has printed. Empty with `isVerbose`, which prints it to this terminal instead. */
  output(): string;
  stop(): Promise<void>;
  /** Kills wrangler and its runtime with SIGKILL. Requires `isKillable`. */
  kill(): Promise<void>;
};

/** Starts `wrangler dev`. Resolves when the Worker answers `/healthz`, within 60 s. */
export async function startWrangler(options: {
  port: number;
  /** The port of the inspector. 0: any free port. Default: wrangler’s own, 9229 or the next free port. */
  inspectorPort?: number;
  /** The folder of the Durable Objects’ storage. */
  stateDir: string;
  /** Environment variables of the Worker. */
  bindings: Readonly<Record<string, string>>;
  logLevel?: 'debug' | 'log';
  /** Prints what wrangler prints. Otherwise it is printed only when the start fails. */
  isVerbose?: boolean;
  /** Starts wrangler in its own process group, which `kill` needs. Ctrl-C in the terminal does not reach it. */
  isKillable?: boolean;
}): Promise<WranglerDev> {
  const {
    port,
    inspectorPort,
    stateDir,
    bindings,
    logLevel = 'log',
    isVerbose = false,
    isKillable = false,
  } = options;
  const vars = Object.entries(bindings).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const wrangler = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../node_modules/wrangler/bin/wrangler.js', import.meta.url)),
      'dev',
      '--ip=127.0.0.1',
      `--port=${port}`,
      `--persist-to=${stateDir}`,
      ...(inspectorPort === undefined ? [] : [`--inspector-port=${inspectorPort}`]),
      `--log-level=${logLevel}`,
      '--show-interactive-dev-session=false',
      ...vars,
    ],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
      detached: isKillable,
      stdio: ['ignore', isVerbose ? 'inherit' : 'pipe', isVerbose ? 'inherit' : 'pipe'],
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
  if (await isReady(url, wrangler)) return { url, ended, output: () => output, stop, kill };
  await stop();
  throw new Error(`wrangler dev did not start:\n${output}`);
}

async function isReady(url: string, wrangler: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs;
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
