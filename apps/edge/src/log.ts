import type { LogLine } from '@chat-ticket/api';

/** Writes a log line as JSON to the console. */
export function log({ level, error, ...fields }: LogLine): void {
  const stack = error instanceof Error ? error.stack : undefined;
  console[level === 'error' ? 'error' : 'log'](
    JSON.stringify({ level, ...fields, ...(stack ? { error: stack } : {}) }),
  );
}
