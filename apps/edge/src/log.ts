import { logRecord, type LogLine } from '@chat-ticket/api';

/** Writes a log line as JSON to the console. */
export function log(line: LogLine): void {
  console[line.level](JSON.stringify(logRecord(line, Date.now())));
}
