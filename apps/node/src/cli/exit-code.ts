import { ConfigError } from '@chat-ticket/api';
import { CommanderError } from 'commander';

/** Says what went wrong and answers the exit code: 2 for a wrong command line or setting, 1 for the rest. */
export function exitCodeOf(error: unknown): number {
  // Commander has said it; asked for help, it stops with an “error” of exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof ConfigError) return 2;
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  return 1;
}
