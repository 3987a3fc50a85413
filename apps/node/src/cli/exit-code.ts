import { ConfigError } from '@chat-ticket/api';
import { WorkspaceMismatch } from '@chat-ticket/storage';
import { CommanderError } from 'commander';
import { describeSystemError, isSystemError } from './system-error.ts';

/** Prints the error. Returns the exit code: 2 for an invalid command line or environment variable, 1 otherwise. */
export function exitCodeOf(error: unknown): number {
  // Commander has printed the message. For `--help` it throws an error with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(messageOf(error));
  if (error instanceof ConfigError || error instanceof WorkspaceMismatch) return 2;
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  return 1;
}

function messageOf(error: unknown): unknown {
  if (isSystemError(error)) return describeSystemError(error);
  return error instanceof Error ? error.message : error;
}
