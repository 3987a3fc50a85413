import { bindArguments } from './arguments.ts';
import type { BusyWait } from './busy-wait.ts';
import type { Connection } from './connection.ts';
import { RequestError, SqlError } from './error.ts';
import { refuseFileAccess } from './refuse-file-access.ts';
import type { SqlText, Stmt } from './request.ts';
import { type DescribeResult, encodeResult, type StmtResult } from './result.ts';
import { parseSql, type SqlStatement } from './sql.ts';

const maxStoredSql = 150;
const readingVerbs = new Set([
  'select',
  'values',
  'begin',
  'commit',
  'end',
  'rollback',
  'savepoint',
  'release',
  'pragma',
]);

/** A stream of the protocol: one connection, and the SQL texts that the client has stored. */
export class Stream {
  readonly connection: Connection;
  isOpen = true;
  readonly #wait: BusyWait;
  readonly #storedSql = new Map<number, string>();

  constructor(connection: Connection, wait: BusyWait) {
    this.connection = connection;
    this.#wait = wait;
  }

  async execute(stmt: Stmt): Promise<StmtResult> {
    const statement = single(this.#text(stmt));
    const result = await this.connection.run(statement, bindArguments(statement, stmt), this.#wait);
    return encodeResult(result, stmt.want_rows);
  }

  async sequence(text: SqlText): Promise<void> {
    for (const statement of permitted(this.#text(text))) {
      await this.connection.run(statement, [], this.#wait);
    }
  }

  describe(text: SqlText): DescribeResult {
    const statement = single(this.#text(text));
    return {
      params: statement.parameters.map((name) => ({ name: name ?? null })),
      cols: this.connection.columns(statement),
      is_explain: statement.isExplain,
      is_readonly: readingVerbs.has(statement.verb),
    };
  }

  storeSql(id: number, sql: string): void {
    if (this.#storedSql.has(id)) throw malformed(`SQL text ${id} is already stored`);
    if (this.#storedSql.size >= maxStoredSql) {
      throw new SqlError(
        'SQL_STORE_TOO_MANY',
        `The server already stores ${maxStoredSql} SQL texts, it cannot store more`,
      );
    }
    this.#storedSql.set(id, sql);
  }

  closeSql(id: number): void {
    this.#storedSql.delete(id);
  }

  #text({ sql, sql_id: id }: SqlText): string {
    if (typeof sql === 'string' && typeof id === 'number') throw malformed('Both sql and sql_id are given');
    if (typeof sql === 'string') return sql;
    if (typeof id !== 'number') throw malformed('Neither sql nor sql_id is given');
    const stored = this.#storedSql.get(id);
    if (stored === undefined) throw malformed(`SQL text ${id} is not stored`);
    return stored;
  }
}

const malformed = (message: string) => new RequestError(400, 'HRANA_PROTO_ERROR', message);

function permitted(text: string): SqlStatement[] {
  const statements = parseSql(text);
  statements.forEach(refuseFileAccess);
  return statements;
}

function single(text: string): SqlStatement {
  const [statement, ...more] = permitted(text);
  if (statement === undefined) {
    throw new SqlError('SQL_NO_STATEMENT', 'SQL string does not contain any statement');
  }
  if (more.length > 0) {
    throw new SqlError('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement');
  }
  return statement;
}
