import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { environmentWith, runtimes } from './runtimes.ts';

export type Ended = { code: number | null; stdout: string; stderr: string };

/** `chat-ticket` with these arguments as a process of its own, to its end. */
export async function runCli(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<Ended> {
  const [command, ...first] = runtimes.node;
  const cli = spawn(command, [...first, ...args], {
    env: environmentWith(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(cli, 'exit') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(cli.stdout), text(cli.stderr), exited]);
  return { code, stdout, stderr };
}
