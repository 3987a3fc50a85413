import type { LogLine } from '@chat-ticket/api';
import { pino } from 'pino';

/** JSON lines on standard output. */
export function createLog(level: string): (entry: LogLine) => void {
  const logger = pino({
    level,
    base: null,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  });
  return ({ level: entryLevel, message, ...fields }) => logger[entryLevel](fields, message);
}
