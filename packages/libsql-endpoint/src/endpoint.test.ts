import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startLibsqlEndpoint } from './endpoint.ts';
import { useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();

describe('start and close', () => {
  it('keeps the data in the file', async () => {
    await endpoint.connect().execute("INSERT INTO t VALUES (1, 'x')");
    await endpoint.restart({});
    expect(await endpoint.count()).toBe(1);
  });

  it('rolls back open transactions when it closes', async () => {
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    await endpoint.restart({});
    expect(await endpoint.count()).toBe(0);
  });

  it('fails at once when the database or the port is not available', async () => {
    const path = join(endpoint.path(), 'missing', 'endpoint.db');
    await expect(startLibsqlEndpoint({ path })).rejects.toThrow(/unable to open/i);
    const port = Number(new URL(endpoint.url()).port);
    await expect(startLibsqlEndpoint({ path: endpoint.path(), port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('closes the connection of a request that does not end', async () => {
    await endpoint.restart({ authToken: 'token', closeGraceMs: 100 });
    const { hostname, port } = new URL(endpoint.url());
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /v2/pipeline HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer token\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    const cut = new Promise((resolve) =>
      socket
        .resume()
        .on('error', () => {})
        .on('close', resolve),
    );
    await fetch(`${endpoint.url()}/health`);
    await endpoint.restart({});
    await cut;
    expect(socket.closed).toBe(true);
  });

  it('finishes a running request before it closes', async () => {
    const transaction = await endpoint.connect().transaction('write');
    await transaction.execute("INSERT INTO t VALUES (1, 'x')");
    endpoint.requests.length = 0;
    const waiting = endpoint.connect().execute("INSERT INTO t VALUES (2, 'y')");
    await vi.waitUntil(() => endpoint.requests.length > 0);
    await endpoint.restart({});
    await expect(waiting).resolves.toMatchObject({ rowsAffected: 1 });
    expect(await endpoint.count()).toBe(1);
  });
});
