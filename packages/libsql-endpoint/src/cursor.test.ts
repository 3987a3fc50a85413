import { describe, expect, it } from 'vitest';
import { useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();
const row = (value: string) => ({ type: 'row', row: [{ type: 'integer', value }] });

describe('a cursor', () => {
  it('returns a batch entry by entry, one line each', async () => {
    const steps = [
      { stmt: { sql: 'INSERT INTO t (b) VALUES (7), (8) RETURNING a' } },
      { stmt: { sql: 'SELECT missing' } },
      { stmt: { sql: 'SELECT 1' }, condition: { type: 'ok', step: 1 } },
      { stmt: { sql: 'SELECT b FROM t' } },
    ];
    const body = JSON.stringify({ baton: null, batch: { steps } });
    const response = await fetch(`${endpoint.url()}/v3/cursor`, {
      method: 'POST',
      headers: endpoint.headers(),
      body,
    });
    const lines = (await response.text()).split('\n');
    expect(lines.pop()).toBe('');
    const [head, ...entries] = lines.map((line) => JSON.parse(line));
    expect(head).toEqual({ baton: expect.any(String), base_url: null });
    expect(entries).toEqual([
      { type: 'step_begin', step: 0, cols: [{ name: 'a', decltype: 'INTEGER' }] },
      row('1'),
      row('2'),
      { type: 'step_end', affected_row_count: 2, last_insert_rowid: '2' },
      { type: 'step_error', step: 1, error: { code: 'SQLITE_UNKNOWN', message: expect.any(String) } },
      { type: 'step_begin', step: 3, cols: [{ name: 'b', decltype: null }] },
      row('7'),
      row('8'),
      { type: 'step_end', affected_row_count: 0, last_insert_rowid: null },
    ]);
    expect(await endpoint.pipeline([], head.baton)).toMatchObject({ status: 200 });
  });
});
