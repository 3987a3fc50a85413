import { describe, expect, it } from 'vitest';
import { execute, failed, ok, useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();
const column = (name: string, decltype: string | null = null) => ({ name, decltype });

describe('a pipeline', () => {
  it('returns the full result of each request', async () => {
    const { status, body } = await endpoint.pipeline([
      execute("INSERT INTO t VALUES (5, x'00ff') RETURNING a, b, 1.5, NULL, 'text'"),
      { type: 'close' },
    ]);
    const result = {
      cols: [column('a', 'INTEGER'), column('b'), column('1.5'), column('NULL'), column("'text'")],
      rows: [
        [
          { type: 'integer', value: '5' },
          { type: 'blob', base64: 'AP8' },
          { type: 'float', value: 1.5 },
          { type: 'null' },
          { type: 'text', value: 'text' },
        ],
      ],
      affected_row_count: 1,
      last_insert_rowid: '5',
      replication_index: null,
    };
    expect(status).toBe(200);
    expect(body).toEqual({
      baton: null,
      base_url: null,
      results: [ok({ type: 'execute', result }), ok({ type: 'close' })],
    });
  });

  it('continues after a failed request', async () => {
    const { body } = await endpoint.pipeline([execute('SELECT missing'), execute('SELECT 1')]);
    expect(body).toMatchObject({ results: [failed('SQLITE_UNKNOWN'), { type: 'ok' }] });
  });

  it('omits rows that the client does not want', async () => {
    const { body } = await endpoint.pipeline([execute('SELECT 1 AS one', { want_rows: false })]);
    expect(body).toMatchObject({ results: [ok({ result: { cols: [{ name: 'one' }], rows: [] } })] });
  });

  it.each(['AP8', 'AP8='])('accepts the blob %s, with or without padding', async (base64) => {
    const args = [{ type: 'blob', base64 }];
    const { body } = await endpoint.pipeline([execute('SELECT hex(?)', { args })]);
    const rows = [[{ type: 'text', value: '00FF' }]];
    expect(body).toMatchObject({ results: [ok({ result: { rows } })] });
  });

  it('refuses positional and named arguments together', async () => {
    const value = { type: 'null' };
    const both = { args: [value], named_args: [{ name: 'a', value }] };
    const { body } = await endpoint.pipeline([execute('SELECT ?, :a', both)]);
    expect(body).toMatchObject({ results: [failed('ARGS_BOTH_POSITIONAL_AND_NAMED')] });
  });

  it('reports whether its stream is in a transaction', async () => {
    const ask = { type: 'get_autocommit' };
    const { body } = await endpoint.pipeline([ask, execute('BEGIN'), ask]);
    expect(body).toMatchObject({
      results: [ok({ is_autocommit: true }), { type: 'ok' }, ok({ is_autocommit: false })],
    });
  });

  it.each([
    ['DROP TABLE t; CREATE TABLE t (a, b, c)', "INSERT INTO t VALUES ('x', 'y', 'z') RETURNING *"],
    ["DROP TABLE t; CREATE TABLE t AS SELECT 'x' AS a, 'y' AS b, 'z' AS c", 'SELECT * FROM t'],
  ])('sees how another stream has changed a table: %s; %s', async (change, sql) => {
    const { baton } = await endpoint.pipeline([execute('SELECT * FROM t')]);
    await endpoint.connect().executeMultiple(change);
    const { body } = await endpoint.pipeline([execute(sql)], baton);
    const rows = [['x', 'y', 'z'].map((value) => ({ type: 'text', value }))];
    const cols = ['a', 'b', 'c'].map((name) => ({ name }));
    expect(body).toMatchObject({ results: [ok({ result: { cols, rows } })] });
  });
});
