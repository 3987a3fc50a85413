import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environmentWith, type Runtime, runtimes } from '../runtimes.ts';
import { openBrowser } from './open-browser.ts';

/** A live channel on another runtime. `received` lists the `seq` of each message, `reset`, and the error that stopped it, in order. */
export type Listener = { received(): Promise<unknown[]>; stop(): Promise<void> };

const script = fileURLToPath(new URL('listen.ts', import.meta.url));

/** Runs the client in a process. */
export async function listenOn(runtime: Runtime, url: string, token: string): Promise<Listener> {
  const [command, ...args] = runtimes[runtime];
  const listener = spawn(command, [...args.slice(0, -1), script, url, token], {
    env: environmentWith({}),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A channel that has stopped may end the process.
  const ended = once(listener, 'exit');
  const received: unknown[] = [];
  createInterface(listener.stdout).on('line', (line) => received.push(JSON.parse(line)));
  return {
    received: async () => received,
    stop: async () => {
      listener.kill();
      await ended;
    },
  };
}

/** Runs the client in a page on the origin of the desk, as on a site that proxies the desk. */
export async function listenInBrowser(url: string, token: string): Promise<Listener> {
  const { page, close } = await openBrowser(`${url}/healthz`);
  await page.addScriptTag({ content: await bundledClient() });
  await page.evaluate(`(${listenInPage})(${JSON.stringify(token)})`);
  return { received: () => page.evaluate('received'), stop: close };
}

/** The client as a script that sets `chatTicket`. */
export async function bundledClient(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(import.meta.resolve('@chat-ticket/client'))],
    bundle: true,
    format: 'iife',
    globalName: 'chatTicket',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]!.text;
}

const listenInPage = `(token) => {
  globalThis.received = [];
  chatTicket.createClient({ baseUrl: location.origin, token }).live({
    onReset: () => received.push('reset'),
    onEvent: ({ type, data }) => type === 'message.posted' && received.push(data.seq),
    onState: (state, { failure } = {}) => state === 'stopped' && received.push(failure.error.code),
  });
}`;
