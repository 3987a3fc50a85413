import { describe, expect, it } from 'vitest';
import { useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();

describe('execute', () => {
  it('returns columns with their declared types, and rows', async () => {
    const { columns, columnTypes, rows } = await endpoint.connect().execute('SELECT a, b, a + 1 AS c FROM t');
    expect({ columns, columnTypes, rows }).toEqual({
      columns: ['a', 'b', 'c'],
      columnTypes: ['INTEGER', '', ''],
      rows: [],
    });
  });

  it('counts the changed rows and returns the last row id of an INSERT', async () => {
    expect(await endpoint.connect().execute("INSERT INTO t VALUES (7, 'x'), (9, 'y')")).toMatchObject({
      rowsAffected: 2,
      lastInsertRowid: 9n,
    });
    expect(await endpoint.connect().execute('UPDATE t SET b = a WHERE a > 100')).toMatchObject({
      rowsAffected: 0,
    });
    expect(await endpoint.connect().execute('UPDATE t SET b = a')).toMatchObject({
      rowsAffected: 2,
      lastInsertRowid: undefined,
    });
    expect(await endpoint.connect().execute('SELECT * FROM t')).toMatchObject({ rowsAffected: 0 });
    expect(await endpoint.connect().execute('EXPLAIN DELETE FROM t')).toMatchObject({ rowsAffected: 0 });
  });

  it('counts and returns the rows of INSERT ... RETURNING', async () => {
    const result = await endpoint
      .connect()
      .execute("INSERT INTO t (b) VALUES ('x'), ('y'), ('z') RETURNING a, b");
    expect(result.rowsAffected).toBe(3);
    expect(result.rows.map(({ a, b }) => [a, b])).toEqual([
      [1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ]);
  });

  it('does not count rows that triggers change', async () => {
    await endpoint.connect().executeMultiple(`CREATE TABLE log (a);
      CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log VALUES (1), (2); END;`);
    expect(await endpoint.connect().execute("INSERT INTO t (b) VALUES ('x')")).toMatchObject({
      rowsAffected: 1,
    });
    expect((await endpoint.connect().execute('SELECT count(*) AS n FROM log')).rows[0]?.['n']).toBe(2);
  });

  it('enforces foreign keys', async () => {
    await endpoint.connect().execute('CREATE TABLE child (parent REFERENCES t (a))');
    await expect(endpoint.connect().execute('INSERT INTO child VALUES (1)')).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
      message: expect.stringContaining('FOREIGN KEY constraint failed'),
    });
  });
});

describe('values', () => {
  it.each([
    ['number', 9_007_199_254_740_991n, 9_007_199_254_740_991],
    ['bigint', 9_223_372_036_854_775_807n, 9_223_372_036_854_775_807n],
    ['bigint', -9_223_372_036_854_775_808n, -9_223_372_036_854_775_808n],
    ['string', 9_223_372_036_854_775_807n, '9223372036854775807'],
  ] as const)('keeps integers exact in intMode %s: %s', async (intMode, given, expected) => {
    const { rows } = await endpoint
      .connect({ intMode })
      .execute('SELECT ? AS v, typeof(?1) AS type', [given]);
    expect(rows[0]?.['v']).toBe(expected);
    expect(rows[0]?.['type']).toBe('integer');
  });

  it('returns floats, text, null and blobs unchanged', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const args = [1, 0.1, Number.MAX_VALUE, 'žluťoučký 🐎 \r\n', null, bytes, new Uint8Array(0)];
    const { rows } = await endpoint
      .connect()
      .execute({ sql: 'SELECT typeof(?1), ?1, ?, ?, ?, ?, ?, ?', args });
    expect(Array.from(rows[0] ?? [])).toEqual([
      'real',
      ...args.slice(0, 5),
      bytes.buffer,
      new ArrayBuffer(0),
    ]);
  });
});

describe('arguments', () => {
  it('accepts named arguments with and without each of the three prefixes', async () => {
    const args = { a: 'one', '@b': 'two', c: 'three' };
    const { rows } = await endpoint.connect().execute({ sql: 'SELECT :a, @b, $c, :a, ?2', args });
    expect(Array.from(rows[0] ?? [])).toEqual(['one', 'two', 'three', 'one', 'two']);
  });

  it('accepts positional arguments by number', async () => {
    const { rows } = await endpoint.connect().execute('SELECT ?3, ?1, ?, ?2', [1, 2, 3, 4]);
    expect(Array.from(rows[0] ?? [])).toEqual([3, 1, 4, 2]);
  });

  it.each([
    ['SELECT ?, ?', [1]],
    ['SELECT ?', [1, 2]],
    ['SELECT :a', { b: 1 }],
  ])('refuses arguments that do not fit: %s %j', async (sql, args) => {
    await expect(endpoint.connect().execute({ sql, args })).rejects.toMatchObject({ code: 'ARGS_INVALID' });
  });
});

describe('errors', () => {
  it.each([
    ["INSERT INTO t VALUES (1, 'y')", 'SQLITE_CONSTRAINT', 'UNIQUE constraint failed: t.a'],
    ["INSERT INTO t VALUES (2, 'x')", 'SQLITE_CONSTRAINT', 'UNIQUE constraint failed: t.b'],
    ["INSERT INTO t VALUES ('text', 1)", 'SQLITE_MISMATCH', 'datatype mismatch'],
    ['SELECT * FROM missing', 'SQLITE_UNKNOWN', 'no such table: missing'],
    ['SELEC 1', 'SQL_PARSE_ERROR', 'syntax error'],
    ['SELECT (', 'SQL_PARSE_ERROR', 'incomplete input'],
    ['-- nothing', 'SQL_NO_STATEMENT', 'does not contain any statement'],
    ['SELECT 1; SELECT 2', 'SQL_MANY_STATEMENTS', 'more than one statement'],
  ])('%s: %s', async (sql, code, message) => {
    await endpoint.connect().execute("INSERT INTO t VALUES (1, 'x')");
    await expect(endpoint.connect().execute(sql)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe('batch', () => {
  it.each(['write', 'deferred'] as const)('commits all statements in mode %s', async (mode) => {
    const results = await endpoint
      .connect()
      .batch(
        [
          { sql: 'INSERT INTO t (b) VALUES (?)', args: ['x'] },
          { sql: 'INSERT INTO t (b) VALUES (?)', args: ['y'] },
          'SELECT count(*) AS n FROM t',
        ],
        mode,
      );
    expect(results.map(({ rowsAffected }) => rowsAffected)).toEqual([1, 1, 0]);
    expect(results[2]?.rows[0]?.['n']).toBe(2);
    expect(await endpoint.count()).toBe(2);
  });

  it('reads in mode read', async () => {
    const [one, two] = await endpoint.connect().batch(['SELECT 1 AS v', 'SELECT 2 AS v'], 'read');
    expect([one?.rows[0]?.['v'], two?.rows[0]?.['v']]).toEqual([1, 2]);
  });

  it('changes nothing when one statement fails, and names it', async () => {
    const batch = endpoint
      .connect()
      .batch(
        ["INSERT INTO t VALUES (1, 'x')", "INSERT INTO t VALUES (1, 'y')", "INSERT INTO t VALUES (2, 'z')"],
        'write',
      );
    await expect(batch).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT', statementIndex: 1 });
    expect(await endpoint.count()).toBe(0);
  });

  it('makes one HTTP request for any number of statements', async () => {
    await endpoint.connect().batch(
      Array.from({ length: 50 }, () => 'INSERT INTO t DEFAULT VALUES'),
      'write',
    );
    expect(endpoint.requests).toEqual(['POST /v2/pipeline']);
  });

  it('turns foreign keys off for a migration, and on again', async () => {
    await endpoint.connect().executeMultiple(`CREATE TABLE child (parent REFERENCES t (a));`);
    await endpoint.connect().migrate(['INSERT INTO child VALUES (1)']);
    await expect(endpoint.connect().execute('INSERT INTO child VALUES (2)')).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
    });
  });
});

describe('executeMultiple', () => {
  it('runs a script with semicolons in triggers and strings', async () => {
    await endpoint.connect().executeMultiple(`
      CREATE TABLE log (v); -- a comment; with a semicolon
      CREATE TRIGGER r AFTER INSERT ON t BEGIN
        INSERT INTO log VALUES ('in;serted');
      END;
      INSERT INTO t VALUES (1, 'x');
    `);
    expect((await endpoint.connect().execute('SELECT v FROM log')).rows[0]?.['v']).toBe('in;serted');
  });

  it('stops at the first error and keeps what was committed before', async () => {
    const script = `INSERT INTO t VALUES (1, 1); INSERT INTO t VALUES (1, 2); INSERT INTO t VALUES (3, 3);`;
    await expect(endpoint.connect().executeMultiple(script)).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
    });
    expect(await endpoint.count()).toBe(1);
  });

  it('rolls back a transaction that the script leaves open', async () => {
    await endpoint.connect().executeMultiple('BEGIN; INSERT INTO t VALUES (1, 1)');
    expect(await endpoint.count()).toBe(0);
    await endpoint.connect().execute('INSERT INTO t VALUES (2, 2)');
  });
});
