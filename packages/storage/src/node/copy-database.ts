import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Engine from 'libsql/promise';
import { DatabaseUnavailable, faultOf } from '../database.ts';

/** How often the progress of a copy is reported, in ms. */
const progressIntervalMs = 500;
/** How long the copy waits for a lock, in ms. */
const busyTimeoutMs = 5_000;

/** How much of a copy is written. */
export type CopyProgress = { writtenBytes: number; totalBytes: number };

/**
 * Copies a database file while other processes read and write it. The copy has every write that was confirmed before
 * the call, and each later one as a whole or not at all. It gets its name when it is complete and on disk. Only its
 * owner can read it.
 *
 * @throws {DatabaseUnavailable} `from` cannot be read. Nothing is left behind then.
 * @throws {Error} `to` exists, or the copy cannot be written. Nothing is left behind then.
 */
export async function copyDatabase(options: {
  from: string;
  to: string;
  onProgress?: (progress: CopyProgress) => void;
  /** Ends the copy. `copyDatabase` then rejects. */
  signal?: AbortSignal;
}): Promise<void> {
  const { from, to, onProgress, signal } = options;
  if (existsSync(to)) throw new Error(`${to} exists. Choose another name, or move that file.`);
  signal?.throwIfAborted();
  const partial = partialName(to);
  // SQLite would create the file readable for everybody. It takes an empty file as it is.
  closeSync(openSync(partial, 'wx', 0o600));
  let engine: Engine | undefined;
  const interrupt = () => engine?.interrupt();
  signal?.addEventListener('abort', interrupt);
  let timer: NodeJS.Timeout | undefined;
  try {
    engine = openEngine(from);
    const totalBytes = await sizeOf(engine);
    const report = () => onProgress?.({ writtenBytes: statSync(partial).size, totalBytes });
    timer = setInterval(report, progressIntervalMs);
    await engine.exec(`vacuum into '${partial.replaceAll("'", "''")}'`);
    signal?.throwIfAborted();
    publishFile(partial, to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw describe(error, to);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', interrupt);
    engine?.close();
  }
}

function openEngine(path: string): Engine {
  try {
    return new Engine(path, { timeout: busyTimeoutMs });
  } catch (cause) {
    // The engine reports it without a code.
    throw new DatabaseUnavailable('cannot_open', { cause });
  }
}

/** The error of the engine in words. What it writes is the copy, what it reads is the database. */
function describe(error: unknown, to: string): unknown {
  const fault = error instanceof Error && 'code' in error ? faultOf(String(error.code)) : undefined;
  if (fault === undefined) return error;
  return fault === 'disk_full'
    ? new Error(`The disk of ${to} is full. Free some space, or choose another disk.`, { cause: error })
    : new DatabaseUnavailable(fault, { cause: error });
}

/** The name of a file that is not complete yet. A killed process can leave one. */
export const partialName = (path: string): string => `${path}.partial-${process.pid}`;

/** Gives a complete file its name, and returns when both are on disk. */
export function publishFile(partial: string, path: string): void {
  syncToDisk(partial);
  renameSync(partial, path);
  syncToDisk(dirname(path));
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** How large the copy becomes, in bytes. It has no free pages. */
async function sizeOf(engine: Engine): Promise<number> {
  const read = async (name: string): Promise<number> => {
    const statement = await engine.prepare(`pragma ${name}`);
    return Object.values(statement.get() as Record<string, number>)[0] ?? 0;
  };
  return ((await read('page_count')) - (await read('freelist_count'))) * (await read('page_size'));
}
