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

/** Whether the path leads to something that is no file, such as a folder or a pipe. */
export function isNoFile(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    // Nothing is there, or SQLite reports what is wrong.
    return false;
  }
}

/**
 * Creates the file if it is missing. Only its owner can read it. If root creates it, its owner is the owner of the
 * folder. SQLite gives the other files the same mode and owner.
 */
export function createFile(path: string): void {
  try {
    // To close a file that exists would release the locks that this process has on it.
    if (!existsSync(path)) {
      closeSync(openSync(path, 'a', 0o600));
      giveToOwnerOf(dirname(realpathSync(path)), path);
    }
  } catch {
    // SQLite reports why the file cannot be opened.
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
 * Knows which files a database was opened from. SQLite goes on with an open file that was deleted, and what it writes is
 * lost when the process ends. What is in the WAL is not in the database’s file yet.
 */
export class FileIdentity {
  readonly #opened: readonly (readonly [file: string, opened: Stats])[];

  /** The connections must have run a statement, so that their WAL exists. */
  constructor(path: string) {
    this.#opened = suffixes.flatMap((suffix) => {
      const file = `${path}${suffix}`;
      const opened = statSync(file, { throwIfNoEntry: false });
      return opened ? [[file, opened] as const] : [];
    });
  }

  /** @throws {DatabaseUnavailable} A file is no longer at its path. */
  check(): void {
    for (const [file, opened] of this.#opened) {
      const now = statSync(file, { throwIfNoEntry: false });
      if (!now) throw new DatabaseUnavailable('deleted');
      if (now.ino !== opened.ino || now.dev !== opened.dev) throw new DatabaseUnavailable('replaced');
    }
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
