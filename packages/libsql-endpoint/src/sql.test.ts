import { describe, expect, it } from 'vitest';
import { parseSql } from './sql.ts';

const texts = (sql: string) => parseSql(sql).map((statement) => statement.sql);
const verbs = (sql: string) => parseSql(sql).map(({ verb }) => verb);
const parameters = (sql: string) => parseSql(sql)[0]?.parameters;

describe('parseSql', () => {
  it('splits at semicolons and drops empty statements', () => {
    expect(texts(' SELECT 1 ;; -- nothing\n ; SELECT 2 /* end */ ')).toEqual([
      'SELECT 1',
      'SELECT 2 /* end */',
    ]);
    expect(texts('  -- only a comment')).toEqual([]);
    expect(texts('')).toEqual([]);
  });

  it('does not split within strings, quoted names and comments', () => {
    const sql = `SELECT 'a;''b', "c;", \`d;\`, [e;] /* ; */ -- ;\n, 1`;
    expect(texts(sql)).toEqual([sql]);
  });

  it('keeps a trigger with its body in one statement', () => {
    const trigger = `CREATE TEMP TRIGGER r AFTER INSERT ON t BEGIN
      UPDATE t SET a = CASE WHEN a THEN 1 ELSE 2 END;
      DELETE FROM t;
    END`;
    expect(texts(`${trigger}; SELECT 1`)).toEqual([trigger, 'SELECT 1']);
    expect(texts(trigger)).toEqual([trigger]);
  });

  it('accepts a text that ends within a string or comment', () => {
    expect(texts("SELECT 'abc")).toEqual(["SELECT 'abc"]);
    expect(texts('SELECT 1; /* abc')).toEqual(['SELECT 1']);
  });

  it('finds the verb after EXPLAIN and WITH', () => {
    expect(verbs('begin; Commit; values (1)')).toEqual(['begin', 'commit', 'values']);
    expect(verbs('WITH x(a) AS (SELECT 1) INSERT INTO t SELECT a FROM x')).toEqual(['insert']);
    expect(verbs('WITH RECURSIVE x(a) AS (DELETE) SELECT a FROM x')).toEqual(['select']);
    expect(parseSql('EXPLAIN QUERY PLAN DELETE FROM t')).toMatchObject([{ verb: 'delete', isExplain: true }]);
    expect(parseSql('EXPLAIN UPDATE t SET a = 1')).toMatchObject([{ verb: 'update', isExplain: true }]);
  });

  it('numbers parameters as SQLite does', () => {
    expect(parameters('SELECT ?, ?3, :one, $two, @three, :one, ?')).toEqual([
      undefined,
      undefined,
      '?3',
      ':one',
      '$two',
      '@three',
      undefined,
    ]);
    expect(parameters(`SELECT ':a', "?" -- ?`)).toEqual([]);
  });

  it('allocates nothing for a parameter number that the engine refuses', () => {
    expect(parameters('SELECT ?4000000000')).toEqual([]);
  });
});
