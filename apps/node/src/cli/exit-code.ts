import { ConfigError } from '@chat-ticket/api';
import { WorkspaceMismatch } from '@chat-ticket/storage';
import { CommanderError } from 'commander';

/** Prints the error. Returns the exit code: 2 for an invalid command line or environment variable, 1 otherwise. */
export function exitCodeOf(error: unknown): number {
  // Commander has printed the message. For `--help` it throws an error with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof ConfigError || error instanceof WorkspaceMismatch) return 2;
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  return 1;
}
