import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Engine from 'libsql';
import { type Database, DatabaseUnavailable, type Result, type BoundStatement } from '../database.ts';

/** How long one attempt waits for the lock. It blocks the process, because the engine is synchronous. */
const busyTimeoutMs = 50;
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
  /** How often a batch is tried again while another process has the lock. Each try takes about 75 ms. Default: 40. */
  busyRetries?: number;
  /** For a database that is not opened again: commits do not wait for the disk. Default: false. */
  isThrowAway?: boolean;
}): Promise<FileDatabase> {
  const { url, busyRetries = 40, isThrowAway = false } = options;
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
  const writer = new Connection(path);
  await whenFree(() => writer.set('journal_mode = wal'), busyRetries);
  if (isThrowAway) writer.set('synchronous = off');
  const reader = new Connection(path);

  return {
    batch: (statements, mode) => {
      const connection = mode === 'write' ? writer : reader;
      return whenFree(() => connection.run(statements, mode), busyRetries);
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
    return this.#guarded(() => {
      this.#engine.exec(mode === 'write' ? 'begin immediate' : 'begin');
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
        this.close();
        this.#engine = open(this.#path);
      }
      throw error;
    }
  }
}

// The pragma applies to one connection. With NORMAL, a power failure could lose commits that `batch` has confirmed.
function open(path: string): Engine.Database {
  const engine = new Engine(path, { timeout: busyTimeoutMs });
  engine.exec('pragma synchronous = full');
  return engine;
}

async function whenFree<T>(work: () => T, busyRetries: number): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (retry === busyRetries)
        throw new DatabaseUnavailable('The database stayed busy. Try again.', { cause: error });
      await sleep(5 + Math.random() * 45);
    }
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
