import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp, type EndpointRequest } from './app.ts';
import { BusyWait } from './busy-wait.ts';
import { Streams } from './streams.ts';

export interface LibsqlEndpointOptions {
  /** The database's file; it is made if there is none. */
  path: string;
  host?: string;
  /** 0, the default, takes any free one. */
  port?: number;
  /** Demanded as bearer token of all but the version probes. */
  authToken?: string;
  /** Called at each HTTP request, before it is served. */
  onRequest?: (request: EndpointRequest) => void;
  /** How long a statement waits for another stream's write lock before it fails with SQLITE_BUSY. */
  busyTimeoutMs?: number;
  /** How long a stream lives between two requests before it is rolled back. */
  streamIdleMs?: number;
  maxStreams?: number;
  maxBodyBytes?: number;
}

export interface LibsqlEndpoint {
  url: string;
  /** Rolls back the idle streams, lets running requests end, and frees the port. */
  close(): Promise<void>;
}

/** Serves a database file over the libSQL HTTP protocol (Hrana 2 and 3, JSON), for development and tests. */
export async function startLibsqlEndpoint(options: LibsqlEndpointOptions): Promise<LibsqlEndpoint> {
  const stopping = new AbortController();
  const streams = new Streams({
    path: options.path,
    wait: new BusyWait(options.busyTimeoutMs ?? 5_000, stopping.signal),
    maxStreams: options.maxStreams ?? 256,
    idleMs: options.streamIdleMs ?? 10_000,
  });
  const { fetch } = createApp({
    streams,
    authToken: options.authToken,
    maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024,
    onRequest: options.onRequest,
  });
  const host = options.host ?? '127.0.0.1';
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host}:${port}`,
    async close() {
      stopping.abort();
      streams.closeAll();
      server.close();
      await once(server, 'close');
    },
  };
}
