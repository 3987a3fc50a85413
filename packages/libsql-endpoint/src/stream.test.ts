import { describe, expect, it } from 'vitest';
import { failed, ok, useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();

describe('stored SQL', () => {
  const store = { type: 'store_sql', sql_id: 1, sql: 'SELECT ? AS v' };

  it('runs and is described by its id, also in later requests', async () => {
    const args = [{ type: 'integer', value: '7' }];
    const { baton } = await endpoint.pipeline([store], null, 2);
    const requests = [
      { type: 'execute', stmt: { sql_id: 1, args } },
      { type: 'batch', batch: { steps: [{ stmt: { sql_id: 1, args } }] } },
      { type: 'describe', sql_id: 1 },
    ];
    const { body } = await endpoint.pipeline(requests, baton, 2);
    const rows = [args];
    expect(body).toMatchObject({
      results: [
        ok({ result: { rows } }),
        ok({ result: { step_results: [{ rows }] } }),
        ok({ result: { params: [{ name: null }] } }),
      ],
    });
  });

  const close = { type: 'close_sql', sql_id: 1 };
  const use = { type: 'sequence', sql_id: 1 };
  it.each([
    ['is unknown after it was closed', [store, close, use]],
    ['is known only to its own stream', [use]],
    ['cannot be stored twice under one id', [store, store]],
  ])('%s', async (_, requests) => {
    await endpoint.pipeline([store]);
    expect(await endpoint.pipeline(requests)).toMatchObject({
      status: 400,
      body: { code: 'HRANA_PROTO_ERROR' },
    });
  });

  it('is bounded', async () => {
    const requests = Array.from({ length: 151 }, (_, sql_id) => ({ ...store, sql_id }));
    const { body } = await endpoint.pipeline(requests);
    const results = [...requests.slice(1).map(() => ok({ type: 'store_sql' })), failed('SQL_STORE_TOO_MANY')];
    expect(body).toMatchObject({ results });
  });
});

describe('a description', () => {
  it('lists parameters and columns without running the statement', async () => {
    const sql = 'INSERT INTO t VALUES (?, :b) RETURNING a, b AS bee';
    const { body } = await endpoint.pipeline([{ type: 'describe', sql }], null, 2);
    const result = {
      params: [{ name: null }, { name: ':b' }],
      cols: [
        { name: 'a', decltype: 'INTEGER' },
        { name: 'bee', decltype: null },
      ],
      is_explain: false,
      is_readonly: false,
    };
    expect(body).toMatchObject({ results: [ok({ type: 'describe', result })] });
    expect(await endpoint.count()).toBe(0);
  });

  it('fails for a statement that cannot be prepared', async () => {
    const { body } = await endpoint.pipeline([{ type: 'describe', sql: 'SELECT missing' }]);
    expect(body).toMatchObject({ results: [failed('SQLITE_UNKNOWN')] });
  });

  it.each([
    ['SELECT * FROM t', false, true],
    ['EXPLAIN SELECT * FROM t', true, true],
    ['EXPLAIN QUERY PLAN DELETE FROM t', true, false],
    ['COMMIT', false, true],
    ['DROP TABLE t', false, false],
    ['WITH x AS (SELECT 1) DELETE FROM t', false, false],
  ])('%s: is_explain %s, is_readonly %s', async (sql, is_explain, is_readonly) => {
    const { body } = await endpoint.pipeline([{ type: 'describe', sql }]);
    expect(body).toMatchObject({ results: [ok({ result: { is_explain, is_readonly } })] });
  });
});
