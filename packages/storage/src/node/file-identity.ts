import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  realpathSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseUnavailable } from '../database.ts';
import { giveToOwnerOf } from './file-owner.ts';

/** The file of a database, and the ones that SQLite has beside it while the database is open. */
const suffixes = ['', '-wal', '-shm'];

/**
 * Creates the file if it is missing. Only its owner can read it. If root creates it, its owner is the owner of the
 * folder. SQLite gives the other files the same mode and owner.
 */
export function createFile(path: string): void {
  try {
    const isMissing = !existsSync(path);
    closeSync(openSync(path, 'a', 0o600));
    if (isMissing) giveToOwnerOf(dirname(realpathSync(path)), path);
  } catch {
    // SQLite reports why the file cannot be opened. It can read a file that it must not write.
  }
  for (const suffix of suffixes) {
    try {
      chmodSync(`${path}${suffix}`, 0o600);
    } catch {
      // The file does not exist yet, or it has another owner, who decides.
    }
  }
}

/**
 * Knows which file a database was opened from. SQLite goes on with an open file that was deleted, and what it writes is
 * lost when the process ends.
 */
export class FileIdentity {
  readonly #path: string;
  readonly #opened: Stats | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#opened = statSync(path, { throwIfNoEntry: false });
  }

  /** @throws {DatabaseUnavailable} The file is no longer at its path. */
  check(): void {
    const now = statSync(this.#path, { throwIfNoEntry: false });
    if (!now) throw new DatabaseUnavailable('deleted');
    if (now.ino !== this.#opened?.ino || now.dev !== this.#opened.dev)
      throw new DatabaseUnavailable('replaced');
  }
}

/** Less free space than this is a full disk: a small write can still succeed, and the next one fails. In bytes. */
const leastFreeBytes = 1_048_576;

/** Whether the disk of a file is full. */
export function isDiskFull(path: string): boolean {
  try {
    const { bavail, bfree, bsize } = statfsSync(dirname(path));
    // The system keeps some space for its administrator.
    return (process.getuid?.() === 0 ? bfree : bavail) * bsize < leastFreeBytes;
  } catch {
    return false;
  }
}
