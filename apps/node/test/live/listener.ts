import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environmentWith, type Runtime, runtimes } from '../runtimes.ts';
import { openBrowser } from './open-browser.ts';

/** A client’s live channel elsewhere: `heard` is the `seq` of each message, and `reset`, in order. */
export type Listener = { heard(): Promise<unknown[]>; stop(): Promise<void> };

const script = fileURLToPath(new URL('listen.ts', import.meta.url));

/** In a process of its own. */
export async function listenOn(runtime: Runtime, url: string, token: string): Promise<Listener> {
  const [command, ...args] = runtimes[runtime];
  const listener = spawn(command, [...args.slice(0, -1), script, url, token], {
    env: environmentWith({}),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const heard: unknown[] = [];
  createInterface(listener.stdout).on('line', (line) => heard.push(JSON.parse(line)));
  return {
    heard: async () => heard,
    stop: async () => {
      const ended = once(listener, 'exit');
      listener.kill();
      await ended;
    },
  };
}

/** In a page of the desk’s own origin, as a company’s site has it by a proxy. */
export async function listenInBrowser(url: string, token: string): Promise<Listener> {
  const { page, close } = await openBrowser(`${url}/healthz`);
  await page.addScriptTag({ content: await bundledClient() });
  await page.evaluate(`(${listenInPage})(${JSON.stringify(token)})`);
  return { heard: () => page.evaluate('heard'), stop: close };
}

async function bundledClient(): Promise<string> {
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
  globalThis.heard = [];
  chatTicket.createClient({ baseUrl: location.origin, token }).live({
    onReset: () => heard.push('reset'),
    onEvent: ({ type, data }) => type === 'message.posted' && heard.push(data.seq),
  });
}`;
