import type { LogLine } from '../ports.ts';
import { describeError } from './describe-error.ts';

/** A log line as an object for JSON, the same on every runtime. `at` is in ms since 1970. */
export const logRecord = ({ level, message, error, ...fields }: LogLine, at: number) => ({
  time: new Date(at).toISOString(),
  level,
  message,
  ...fields,
  ...(error === undefined ? {} : { error: describeError(error) }),
});
