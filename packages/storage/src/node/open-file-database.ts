import { fileURLToPath } from 'node:url';
import Engine from 'libsql';
import type { BoundStatement, Database, Result } from '../database.ts';
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
  const writer = new Connection(path);
  const writes = new LockQueue(lockTimeoutMs);
  const reads = new LockQueue(lockTimeoutMs);
  await writes.run(() => writer.set('journal_mode = wal'));
  if (isThrowAway) writer.set('synchronous = off');
  const reader = new Connection(path);

  return {
    batch: (statements, mode) =>
      mode === 'write'
        ? writes.run(() => writer.run(statements, mode))
        : reads.run(() => reader.run(statements, mode)),
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
  const engine = new Engine(path, { timeout: 0 });
  engine.exec('pragma synchronous = full');
  return engine;
}
