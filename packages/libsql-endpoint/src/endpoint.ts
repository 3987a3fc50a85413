import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createEndpointApp, type EndpointRequest } from './app.ts';
import { BusyWait } from './busy-wait.ts';
import { Streams } from './streams.ts';

export interface LibsqlEndpointOptions {
  /** The path of the database file. The endpoint creates a missing file. */
  path: string;
  /** The port to listen on. Default: 0, any free port. */
  port?: number;
  /** The bearer token that every request except the version probes must carry. Default: a random one. */
  authToken?: string;
  /** Receives each HTTP request before it is served. */
  onRequest?: (request: EndpointRequest) => void;
  /** How long a statement waits for the write lock before it fails with SQLITE_BUSY, in ms. Default: 5,000. */
  busyTimeoutMs?: number;
  /** How long a stream may be idle between two requests before it is rolled back, in ms. Default: 10,000. */
  streamIdleMs?: number;
  /** How many streams may be open. Default: 256. */
  maxStreams?: number;
  /** How long `close` waits for running requests before it cuts their connections, in ms. Default: 8,000. */
  closeGraceMs?: number;
  /** The largest request body, in bytes. Default: 16 MiB. */
  maxBodyBytes?: number;
}

export interface LibsqlEndpoint {
  url: string;
  /** The bearer token. `createClient` of @libsql/client takes `{ url, authToken }`. */
  authToken: string;
  /** Rolls back idle streams, waits for running requests up to `closeGraceMs`, and closes the port. */
  close(): Promise<void>;
}

/**
 * Serves a database file over the libSQL HTTP protocol (Hrana 2 and 3, JSON) on 127.0.0.1, for development and tests.
 * It serves programs that know its token, and no web page. SQL reaches no other file.
 */
export async function startLibsqlEndpoint(options: LibsqlEndpointOptions): Promise<LibsqlEndpoint> {
  const stopping = new AbortController();
  const streams = new Streams({
    path: options.path,
    wait: new BusyWait(options.busyTimeoutMs ?? 5_000, stopping.signal),
    maxStreams: options.maxStreams ?? 256,
    idleMs: options.streamIdleMs ?? 10_000,
  });
  const authToken = options.authToken ?? randomBytes(32).toString('base64url');
  const { fetch } = createEndpointApp({
    streams,
    authToken,
    maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024,
    onRequest: options.onRequest,
  });
  const host = '127.0.0.1';
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host}:${port}`,
    authToken,
    async close() {
      stopping.abort();
      streams.closeAll();
      server.close();
      const timer = setTimeout(() => server.closeAllConnections(), options.closeGraceMs ?? 8_000);
      await once(server, 'close');
      clearTimeout(timer);
    },
  };
}
