import { readFileSync } from 'node:fs';

/** File descriptors that the process keeps for databases, the log and outgoing requests. */
const reserved = 128;

/** The connections that the process may accept: at most `wanted`, and fewer when it may open fewer files. */
export function connectionLimit(wanted: number, openFiles = maxOpenFiles()): number {
  return Math.min(wanted, Math.max(1, openFiles - reserved));
}

/** The number of files that the process may open. Infinity when the operating system does not tell. */
function maxOpenFiles(): number {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return limit === undefined ? Infinity : Number(limit);
  } catch {
    return Infinity;
  }
}
