import type { LogLine } from '@chat-ticket/api';
import { pino } from 'pino';

/** Writes log lines as JSON to standard output, from this level up. */
export function createLog(level: string): (line: LogLine) => void {
  const logger = pino({
    level,
    base: null,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  });
  return ({ level: lineLevel, message, ...fields }) => logger[lineLevel](fields, message);
}
