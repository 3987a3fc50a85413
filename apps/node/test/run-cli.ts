import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environmentWith, runtimes } from './runtimes.ts';

/** What a process printed, and its exit code. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/** Starts `chat-ticket` with these arguments as a process. */
export function startCli(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const [command, ...first] = runtimes.node;
  const cli = spawn(command, [...first, ...args], {
    env: environmentWith(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  cli.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  cli.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  // At `exit`, the last output may still be in the pipe.
  const closed = once(cli, 'close') as Promise<[number | null]>;
  return {
    stdout: () => printed.stdout,
    kill: (signal: NodeJS.Signals) => cli.kill(signal),
    ended: closed.then(([code]): Ended => ({ code, ...printed })),
  };
}

/** Runs `chat-ticket` until it exits. */
export const runCli = (
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<Ended> => startCli(args, variables).ended;
