import Database from 'libsql';
import type { BusyWait } from './busy-wait.ts';
import { isBusy, toSqlError } from './engine-error.ts';
import type { SqlStatement } from './sql.ts';
import type { SqlValue } from './value.ts';

export interface Column {
  name: string;
  decltype: string | null;
}

export interface StatementResult {
  columns: Column[];
  rows: SqlValue[][];
  affectedRowCount: number;
  lastInsertRowid: bigint | null;
}

const changing = new Set(['insert', 'replace', 'update', 'delete']);
const inserting = new Set(['insert', 'replace']);
const leavesState = /\b(pragma|temp|temporary)\b/i;

/** One connection to the database file, in WAL mode. */
export class Connection {
  readonly #path: string;
  #database: Database.Database;
  #isStuck = false;
  #isReusable = true;

  constructor(path: string) {
    this.#path = path;
    this.#database = open(path);
  }

  get isAutocommit(): boolean {
    return !this.#database.inTransaction;
  }

  /** False after a PRAGMA or a temporary table: another stream must not inherit that state. */
  get isReusable(): boolean {
    return this.#isReusable;
  }

  columns(statement: SqlStatement): Column[] {
    try {
      return columnsOf(this.#prepare(statement.sql));
    } catch (error) {
      throw toSqlError(error);
    }
  }

  async run(statement: SqlStatement, args: SqlValue[], wait: BusyWait): Promise<StatementResult> {
    this.#isReusable &&= !leavesState.test(statement.sql);
    try {
      const prepared = this.#prepare(statement.sql).safeIntegers();
      if (prepared.columns().length > 0) prepared.raw();
      // Retries the same statement object: after BUSY it stays active until it runs again.
      const rows = await wait.retry(() => [...prepared.iterate(args)] as SqlValue[][]);
      return { columns: columnsOf(prepared), rows, ...this.#changes(statement) };
    } catch (error) {
      this.#isStuck ||= isBusy(error);
      throw toSqlError(error);
    } finally {
      this.#reopenIfStuck();
    }
  }

  /** Ends an open transaction, so that another stream can use the connection. */
  rollback(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
    this.#reopenIfStuck();
  }

  close(): void {
    this.rollback();
    this.#database.close();
  }

  /**
   * SQLite rereads the schema when a name is unknown, but not when, for example, a table has gained a column. So a
   * failed statement is prepared again after the schema was read.
   */
  #prepare(sql: string): Database.Statement {
    try {
      return this.#database.prepare(sql);
    } catch {
      this.#database.exec('SELECT 1 FROM sqlite_schema LIMIT 1');
      return this.#database.prepare(sql);
    }
  }

  #changes({ verb, isExplain }: SqlStatement): { affectedRowCount: number; lastInsertRowid: bigint | null } {
    if (isExplain || !changing.has(verb)) return { affectedRowCount: 0, lastInsertRowid: null };
    const counters = this.#database.prepare('SELECT changes(), last_insert_rowid()').safeIntegers().raw();
    const [changes, rowid] = counters.get() as [bigint, bigint];
    return { affectedRowCount: Number(changes), lastInsertRowid: inserting.has(verb) ? rowid : null };
  }

  /**
   * A statement that failed with BUSY keeps its snapshot even after ROLLBACK, and the engine's API cannot reset it.
   * Without a transaction it is safe to reopen the database.
   */
  #reopenIfStuck(): void {
    if (!this.#isStuck || this.#database.inTransaction) return;
    this.#database.close();
    this.#database = open(this.#path);
    this.#isStuck = false;
  }
}

function open(path: string): Database.Database {
  const database = new Database(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  return database;
}

const columnsOf = (statement: Database.Statement): Column[] =>
  statement.columns().map(({ name, type }) => ({ name, decltype: type }));
