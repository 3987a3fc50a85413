import { logRecord, type LogLine } from '@chat-ticket/api';
import { pino } from 'pino';

/** Writes log lines as JSON to standard output, from this level up. */
export function createLog(level: string): (line: LogLine) => void {
  const logger = pino({
    level,
    base: null,
    messageKey: 'message',
    formatters: { level: (label) => ({ level: label }) },
    timestamp: false,
    // `logRecord` has described it.
    serializers: { error: (error) => error },
  });
  return (line) => {
    if (!logger.isLevelEnabled(line.level)) return;
    const { level: lineLevel, ...record } = logRecord(line, Date.now());
    logger[lineLevel](record);
  };
}
