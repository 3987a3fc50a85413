import { fileURLToPath } from 'node:url';
import Engine from 'libsql';
import {
  type BoundStatement,
  type Database,
  DatabaseUnavailable,
  faultOf,
  type Result,
} from '../database.ts';
import { createFile, FileIdentity, isDiskFull, isNoFile } from './file-identity.ts';
import { isBusy, LockQueue } from './lock-queue.ts';

/** More than the desk’s statements. Beyond it the oldest is dropped. */
const maxPrepared = 500;

/** A database in a file of this machine. Call `close` at the end. */
export type FileDatabase = Database & { close(): void };

/**
 * Opens an embedded database with one connection for writes and one for reads. A commit is on disk before `batch`
 * returns.
 */
export async function openFileDatabase(options: {
  /** `file:` URL. */
  url: string;
  /** How long a batch waits while another process has the lock, in ms. Default: 4,000. */
  lockTimeoutMs?: number;
  /** For a database that is not opened again: commits do not wait for the disk. Default: false. */
  isThrowAway?: boolean;
}): Promise<FileDatabase> {
  const { url, lockTimeoutMs = 4_000, isThrowAway = false } = options;
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
  // SQLite would wait for the writer of a pipe, and the process with it.
  if (isNoFile(path)) throw new DatabaseUnavailable('cannot_open');
  createFile(path);
  const writer = namingFault(path, () => new Connection(path));
  const writes = new LockQueue(lockTimeoutMs);
  const reads = new LockQueue(lockTimeoutMs);
  await writes.run(() => namingFault(path, () => writer.set('journal_mode = wal')));
  if (isThrowAway) writer.set('synchronous = off');
  const reader = namingFault(path, () => new Connection(path));
  const file = new FileIdentity(path);
  let damage: DatabaseUnavailable | undefined;

  const run = (statements: readonly BoundStatement[], mode: 'read' | 'write'): Result[] => {
    // A write can spread damage. A read shows what is left.
    if (damage && mode === 'write') throw damage;
    file.check();
    try {
      return namingFault(path, () => (mode === 'write' ? writer : reader).run(statements, mode));
    } catch (error) {
      if (error instanceof DatabaseUnavailable && isLasting(error)) damage = error;
      throw error;
    }
  };

  return {
    batch: (statements, mode) => (mode === 'write' ? writes : reads).run(() => run(statements, mode)),
    checkSpace: () => {
      if (isDiskFull(path)) throw new DatabaseUnavailable('disk_full');
    },
    close: () => {
      reader.close();
      writer.foldWal();
      writer.close();
    },
  };
}

type Prepared = { statement: Engine.Statement; columns: string[] };

/** A connection that keeps its prepared statements, because preparing takes longer than running. */
class Connection {
  readonly #path: string;
  readonly #prepared = new Map<string, Prepared>();
  #engine: Engine.Database;

  constructor(path: string) {
    this.#path = path;
    this.#engine = open(path);
  }

  set(pragma: string): void {
    this.#guarded(() => this.#engine.exec(`pragma ${pragma}`));
  }

  run(statements: readonly BoundStatement[], mode: 'read' | 'write'): Result[] {
    // A try that finds the lock taken leaves nothing behind on the connection.
    this.#engine.exec(mode === 'write' ? 'begin immediate' : 'begin');
    return this.#guarded(() => {
      try {
        const results = statements.map((statement) => this.#execute(statement));
        this.#engine.exec('commit');
        return results;
      } catch (error) {
        if (this.#engine.inTransaction) this.#engine.exec('rollback');
        throw error;
      }
    });
  }

  /** Moves the WAL into the file, which then is complete without it. Leaves it if another connection uses it. */
  foldWal(): void {
    try {
      this.#engine.exec('pragma wal_checkpoint(truncate)');
    } catch {
      // A full disk, for example. The next start reads the WAL.
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#engine.close();
  }

  #execute(input: BoundStatement): Result {
    const { sql, args } = typeof input === 'string' ? { sql: input, args: [] } : input;
    const { statement, columns } = this.#prepare(sql);
    if (columns.length > 0) return { columns, rows: statement.all(args) as Result['rows'] };
    statement.run(args);
    return { columns, rows: [] };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#engine.prepare(sql);
    const columns = statement.columns().map(({ name }) => name);
    if (columns.length > 0) statement.raw();
    const prepared = { statement, columns };
    if (this.#prepared.size >= maxPrepared) this.#prepared.delete(this.#prepared.keys().next().value!);
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  /** Reconnects after BUSY: the abandoned statement stays active and would fail every later commit. */
  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isBusy(error)) {
        const engine = open(this.#path);
        this.close();
        this.#engine = engine;
      }
      throw error;
    }
  }
}

// The pragma applies to one connection. With NORMAL, a power failure could lose commits that `batch` has confirmed.
function open(path: string): Engine.Database {
  // The engine is synchronous: a timeout would block the process. `LockQueue` waits instead.
  const engine = newEngine(path);
  engine.exec('pragma synchronous = full');
  holdWal(engine);
  return engine;
}

/**
 * Takes the lock that a connection has from its first read to its end. SQLite deletes the WAL with the last connection that
 * has the lock, and `FileIdentity` would take that for a deletion by somebody else.
 */
function holdWal(engine: Engine.Database): void {
  try {
    engine.exec('select 1 from sqlite_schema limit 1');
  } catch {
    // The next statement reports the same fault.
  }
}

function newEngine(path: string): Engine.Database {
  try {
    return new Engine(path, { timeout: 0 });
  } catch (cause) {
    // The engine reports it without a code.
    throw new DatabaseUnavailable('cannot_open', { cause });
  }
}

/** Throws `DatabaseUnavailable` for an error of the file. A taken lock is left to `LockQueue`. */
function namingFault<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const fault = faultOf(codeOf(cause));
    if (fault === undefined || fault === 'busy') throw cause;
    // The disk can refuse an index of the WAL before it refuses a page.
    const isFull = fault === 'disk_error' && isDiskFull(path);
    throw new DatabaseUnavailable(isFull ? 'disk_full' : fault, { cause });
  }
}

/** Whether the fault lasts until another file is in place. A damaged search index concerns messages only. */
const isLasting = ({ fault, cause }: DatabaseUnavailable): boolean =>
  fault === 'not_a_database' || (fault === 'damaged' && codeOf(cause) !== 'SQLITE_CORRUPT_VTAB');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
