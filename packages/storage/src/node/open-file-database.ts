import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Engine from 'libsql';
import { type Database, DatabaseUnavailable, type Result, type BoundStatement } from '../database.ts';

// The engine is synchronous: a wait for the lock freezes the process, so it is kept short and tried again.
const busyTimeoutMs = 50;
/** More texts than the desk has; one-off ones push each other out. */
const maxPrepared = 500;

export type FileDatabase = Database & { close(): void };

/** The embedded database: one writer, one reader, every commit on disk before it is answered. */
export async function openFileDatabase(options: {
  /** `file:` URL. */
  url: string;
  /** How often a batch is tried again while another process has the lock; each try takes about 75 ms. */
  busyRetries?: number;
  /** For one that nobody opens again: commits don’t wait for the disk. */
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
      writer.close();
      reader.close();
    },
  };
}

type Prepared = { statement: Engine.Statement; columns: string[] };

/** A connection that keeps its statements prepared: to prepare one takes longer than to run it. */
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

  /** What was given up after BUSY stays active and fails every later commit, until the connection is new. */
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

// Per connection. FULL: with NORMAL a power loss takes back commits that were answered.
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
      if (retry === busyRetries) throw new DatabaseUnavailable('the database stayed busy', { cause: error });
      await sleep(5 + Math.random() * 45);
    }
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
