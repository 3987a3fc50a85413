import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { execute, failed, useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();
const folder = () => dirname(endpoint.path());
const file = () => join(folder(), 'other.db');

/** Each has FILE where a path belongs. */
const reaching = [
  "ATTACH 'FILE' AS x",
  "attach database 'FILE' as x",
  "/* a */ -- b\n ; aTtAcH 'FILE' AS x",
  "\uFEFFATTACH 'FILE' AS x",
  "ATTACH 'file:FILE?mode=rwc' AS x",
  "EXPLAIN ATTACH 'FILE' AS x",
  "VACUUM INTO 'FILE'",
  "VACUUM main/**/INTO 'FILE'",
  "SELECT writefile('FILE', 'x')",
  "SELECT WriteFile('FILE', 'x')",
  `SELECT "writefile"('FILE', 'x')`,
  `SELECT [writefile]/**/('FILE', 'x')`,
  `SELECT $a('), writefile('FILE', 'x'), $b(')`,
  "VALUES (writefile('FILE', 'x'))",
  "INSERT INTO t (b) VALUES (writefile('FILE', 'x'))",
  "INSERT INTO t (b) VALUES (1) RETURNING writefile('FILE', 'x')",
  "WITH w AS (SELECT writefile('FILE', 'x')) SELECT * FROM w",
  "CREATE TABLE u (a DEFAULT (writefile('FILE', 'x')))",
  "CREATE VIEW u AS SELECT writefile('FILE', 'x')",
  "CREATE TRIGGER u AFTER INSERT ON t BEGIN SELECT writefile('FILE', 'x'); END",
  "CREATE INDEX u ON t (readfile('FILE'))",
  "SELECT readfile('/etc/passwd')",
  "SELECT * FROM fsdir('/etc')",
  "SELECT * FROM 'fsdir' WHERE path = '/etc'",
  'CREATE VIRTUAL TABLE u USING fsdir',
  "SELECT sha3_query('SELECT write' || 'file(''FILE'', 1)')",
  "SELECT load_extension('FILE')",
  "PRAGMA temp_store_directory = '/etc'",
  "PRAGMA data_store_directory = '/etc'",
  'PRAGMA writable_schema = ON',
  'PRAGMA main.writable_schema(1)',
  "UPDATE sqlite_dbpage SET data = x'00' WHERE pgno = 1",
];

describe('a statement that reaches another file', () => {
  it.each(reaching)('is refused, and leaves no file: %s', async (template) => {
    const sql = template.replaceAll('FILE', file());
    const requests = [
      execute(sql),
      { type: 'batch', batch: { steps: [{ stmt: { sql } }] } },
      { type: 'sequence', sql },
      { type: 'describe', sql },
      { type: 'store_sql', sql_id: 1, sql },
      { type: 'execute', stmt: { sql_id: 1 } },
      { type: 'sequence', sql_id: 1 },
    ];
    const before = readdirSync(folder());
    const { body } = await endpoint.pipeline(requests);
    const denied = failed('SQLITE_AUTH');
    expect(body).toMatchObject({
      results: [
        denied,
        { type: 'ok', response: { result: { step_errors: [{ code: 'SQLITE_AUTH' }] } } },
        denied,
        denied,
        { type: 'ok' },
        denied,
        denied,
      ],
    });
    expect(readdirSync(folder())).toEqual(before);
  });

  it('is refused after another statement in the same text', async () => {
    const sql = `SELECT 1; ATTACH '${file()}' AS x; CREATE TABLE x.t (a)`;
    const { body } = await endpoint.pipeline([{ type: 'sequence', sql }]);
    expect(body).toMatchObject({ results: [failed('SQLITE_AUTH')] });
  });
});

describe('a statement that reaches no other file', () => {
  it.each([
    'VACUUM',
    'CREATE TABLE attach (into_file)',
    "INSERT INTO t (b) VALUES ('please attach the file')",
    'CREATE TABLE attachments (a)',
    'ANALYZE',
    'PRAGMA table_info(t)',
  ])('runs: %s', async (sql) => {
    expect((await endpoint.pipeline([execute(sql)])).body).toMatchObject({ results: [{ type: 'ok' }] });
  });

  it('may contain the name of a refused function in an argument', async () => {
    const insert = { args: [{ type: 'text', value: 'readfile' }] };
    const { body } = await endpoint.pipeline([execute('INSERT INTO t (b) VALUES (?)', insert)]);
    expect(body).toMatchObject({ results: [{ type: 'ok' }] });
  });
});
