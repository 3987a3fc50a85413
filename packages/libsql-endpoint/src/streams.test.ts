import { describe, expect, it, vi } from 'vitest';
import { execute, failed, useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();

describe('transaction', () => {
  it('is visible to others after the commit', async () => {
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    expect(await endpoint.count()).toBe(0);
    await transaction.commit();
    expect(await endpoint.count()).toBe(1);
  });

  it.each(['rollback', 'close'] as const)('changes nothing after %s', async (end) => {
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    await transaction[end]();
    await endpoint.connect().execute("INSERT INTO t VALUES (2, 'y')");
    expect(await endpoint.count()).toBe(1);
  });

  it('continues after a failed statement', async () => {
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    await expect(transaction.execute("INSERT INTO t VALUES (1, 'x')")).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
    });
    await transaction.execute("INSERT INTO t VALUES (2, 'y')");
    await transaction.commit();
    expect(await endpoint.count()).toBe(2);
  });
});

describe('an endpoint with several streams', () => {
  it('commits one while another waits for its lock', async () => {
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    endpoint.requests.length = 0;
    const waiting = endpoint.connect().execute("INSERT INTO t VALUES (2, 'y')");
    await vi.waitUntil(() => endpoint.requests.length > 0);
    await transaction.commit();
    await expect(waiting).resolves.toMatchObject({ rowsAffected: 1 });
    expect(await endpoint.count()).toBe(2);
  });

  it('fails with SQLITE_BUSY after the wait', async () => {
    await endpoint.restart({ busyTimeoutMs: 30 });
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    await expect(endpoint.connect().execute("INSERT INTO t VALUES (2, 'y')")).rejects.toMatchObject({
      code: 'SQLITE_BUSY',
    });
    await expect(endpoint.connect().batch(["INSERT INTO t VALUES (2, 'y')"], 'write')).rejects.toMatchObject({
      code: 'SQLITE_BUSY',
    });
    await transaction.rollback();
    await endpoint.connect().batch(["INSERT INTO t VALUES (2, 'y')", 'DELETE FROM t WHERE a = 5'], 'write');
    expect(await endpoint.count()).toBe(1);
  });

  it('commits the writes of many clients at once', async () => {
    const writers = Array.from({ length: 40 }, (_, writer) =>
      endpoint
        .connect()
        .batch(
          [`INSERT INTO t (b) VALUES ('${writer}a')`, `INSERT INTO t (b) VALUES ('${writer}b')`],
          'write',
        ),
    );
    await Promise.all(writers);
    expect(await endpoint.count()).toBe(80);
  });

  it('rolls back the transaction of an idle stream', async () => {
    await endpoint.restart({ streamIdleMs: 50 });
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    await endpoint.connect().execute("INSERT INTO t VALUES (2, 'y')"); // Waits for the lock, and so for the expiry.
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'STREAM_EXPIRED' });
    expect(await endpoint.count()).toBe(1);
  });

  it('refuses a stream above the limit until one ends', async () => {
    await endpoint.restart({ maxStreams: 1 });
    const transaction = await endpoint.connect().transaction('read');
    await transaction.execute('SELECT 1');
    await expect(endpoint.connect().execute('SELECT 1')).rejects.toMatchObject({ code: 'TOO_MANY_STREAMS' });
    await transaction.rollback();
    await endpoint.connect().execute('SELECT 1');
  });

  it('shares no pragmas and temporary tables between them', async () => {
    await endpoint.connect().executeMultiple('PRAGMA foreign_keys = OFF; CREATE TEMP TABLE mine (a)');
    await expect(endpoint.connect().execute('SELECT * FROM mine')).rejects.toMatchObject({
      code: 'SQLITE_UNKNOWN',
    });
    expect((await endpoint.connect().execute('PRAGMA foreign_keys')).rows[0]?.['foreign_keys']).toBe(1);
  });
});

describe('a baton', () => {
  it('carries a transaction from request to request', async () => {
    const begin = [execute('BEGIN'), execute('INSERT INTO t (b) VALUES (1)')];
    const first = await endpoint.pipeline(begin);
    expect(await endpoint.count()).toBe(0);
    const second = await endpoint.pipeline([execute('COMMIT')], first.baton);
    expect(second.baton).not.toBe(first.baton);
    expect(await endpoint.count()).toBe(1);
  });

  it('is valid for one use', async () => {
    const { baton } = await endpoint.pipeline([execute('BEGIN')]);
    await endpoint.pipeline([], baton);
    expect(await endpoint.pipeline([], baton)).toMatchObject({
      status: 400,
      body: { code: 'STREAM_EXPIRED' },
    });
  });

  it('is null after the stream was closed', async () => {
    const { baton } = await endpoint.pipeline([execute('BEGIN')]);
    expect(await endpoint.pipeline([{ type: 'close' }], baton)).toMatchObject({ status: 200, baton: null });
  });

  it('remains valid after a statement failed on a stale snapshot', async () => {
    const { baton } = await endpoint.pipeline([execute('BEGIN'), execute('SELECT * FROM t')]);
    await endpoint.connect().execute('INSERT INTO t (b) VALUES (1)');
    const insert = execute('INSERT INTO t (b) VALUES (2)');
    const { body } = await endpoint.pipeline([insert, execute('ROLLBACK'), insert], baton);
    expect(body).toMatchObject({ results: [failed('SQLITE_BUSY'), { type: 'ok' }, { type: 'ok' }] });
    expect(await endpoint.count()).toBe(2);
  });
});
