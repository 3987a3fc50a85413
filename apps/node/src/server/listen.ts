import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '@chat-ticket/api';
import { getRequestListener } from '@hono/node-server';
import type { Config } from '../config/parse-config.ts';
import { acceptSockets } from '../live/accept-sockets.ts';
import { connectionLimit } from './connection-limit.ts';
import { ConnectionSlots } from './connection-slots.ts';
import type { Desk } from './open-desk.ts';
import { refuseMalformed, responseTo, silent } from './refuse-malformed.ts';
import { RequestGate } from './request-gate.ts';
import { UnreadResponses } from './unread-responses.ts';

/** How long the operating system may take to close destroyed connections, in ms. */
const closeMs = 500;

/** How long a stopping server keeps idle connections. Their next response tells the client to close, in ms. */
const lastRequestsMs = 250;

/** In Bun, `close` itself cuts idle connections, so it comes after their last requests. */
const cutsIdle = process.versions['bun'] !== undefined;

/** How often the log says how many requests were refused, in ms. */
const logRefusalsMs = 1_000;

export type ListenOptions = Pick<
  Config,
  'host' | 'port' | 'keepAliveSeconds' | 'maxConnections' | 'corsOrigins'
> & {
  /** How long a connection with a request may send and take nothing, in ms. Default: 30,000. */
  silenceMs?: number;
};

export type RunningServer = {
  url: string;
  /**
   * Refuses new connections, tells clients to close, closes the live connections, and waits up to `graceMs` for requests in
   * flight. Then closes every connection, whatever its client does.
   */
  stop(graceMs: number): Promise<void>;
};

/** The URL of a server on this host and port. */
export const serverUrl = ({ host, port }: { host: string; port: number }): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Serves a desk over HTTP and WebSocket. Throws `ConfigError` when the port cannot be used. */
export async function listen(
  desk: Desk,
  { host, port, keepAliveSeconds, maxConnections, corsOrigins, silenceMs = 30_000 }: ListenOptions,
): Promise<RunningServer> {
  const handle = getRequestListener(desk.app.fetch, { errorHandler: responseTo });
  // HTTP/1.0 needs no Host. Load balancers leave it out in their health checks.
  const handleHttp10 = getRequestListener(desk.app.fetch, {
    errorHandler: responseTo,
    hostname: 'localhost',
  });
  const { admission } = desk;
  const connections = new ConnectionSlots(connectionLimit(maxConnections));
  const gate = new RequestGate(
    (incoming, outgoing) => void (incoming.httpVersion === '1.0' ? handleHttp10 : handle)(incoming, outgoing),
    { admission, corsOrigins, connections },
  );
  const refusals = setInterval(() => logRefusals(desk, connections), logRefusalsMs);
  refusals.unref();
  const server = createServer({
    // Ignores an offer of another protocol, such as HTTP/2 from curl, and responds in HTTP/1.1.
    shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    keepAliveTimeout: keepAliveSeconds * 1_000,
    // `responseTo` refuses a request without Host in the shape of every other error.
    requireHostHeader: false,
  });
  server.timeout = silenceMs;
  const unread = new UnreadResponses();
  server.on('connection', (socket) => {
    if (!connections.add(socket)) return;
    unread.add(socket);
    socket.on('close', () => gate.forget(socket));
  });
  server.on('request', gate.receive);
  // An expectation that the desk does not know changes nothing.
  server.on('checkExpectation', gate.receive);
  const refuse = (error: NodeJS.ErrnoException, socket: Duplex) =>
    refuseMalformed(error, socket, gate.isResponding(socket));
  server.on('clientError', refuse);
  server.on('timeout', (socket) => refuse({ code: silent } as NodeJS.ErrnoException, socket));
  const upgradeSockets = acceptSockets(server, gate, desk);
  const url = await open(server, host, port);

  return {
    url,
    stop: async (graceMs) => {
      gate.stop();
      upgradeSockets.stop();
      const closed = once(server, 'close');
      if (!cutsIdle) refuseConnections(server);
      await sleep(lastRequestsMs);
      if (cutsIdle) server.close();
      const isInTime = await withinMs(
        graceMs - lastRequestsMs,
        desk.hubs.stop().then(() => {
          server.closeIdleConnections();
          return closed;
        }),
      );
      if (!isInTime) {
        server.closeAllConnections();
        upgradeSockets.destroyAll();
        await withinMs(closeMs, closed);
      }
      clearInterval(refusals);
      unread.stop();
    },
  };
}

/** Logs how much was refused. A line for each would cost more than the refusal. */
function logRefusals({ admission, log }: Desk, connections: ConnectionSlots): void {
  const { displaced, refused } = connections.takeCounts();
  for (const [message, count] of [
    ['connections without a request closed: too many', displaced],
    ['connections refused: too many', refused],
  ] as const)
    if (count > 0) log({ level: 'warn', message, requestId: 'overload', connections: count });
  const requests = admission?.takeRefused() ?? 0;
  if (requests > 0)
    log({ level: 'warn', message: 'requests refused: overloaded', requestId: 'overload', requests });
}

/** Closes the listening socket. `close` would also close idle connections, on which a request can be under way. */
function refuseConnections(server: Server): void {
  const closeIdleConnections = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {};
  server.close();
  server.closeIdleConnections = closeIdleConnections;
}

/** Listens, and returns the URL. */
async function open(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const isPort = code === 'EADDRINUSE' || code === 'EACCES';
    const named = isPort ? `PORT ${port} on HOST ${host}` : `HOST ${host}`;
    throw new ConfigError(`${named} is not available (${code}). Set another ${isPort ? 'PORT' : 'HOST'}.`, {
      cause,
    });
  }
  return serverUrl({ host, port: (server.address() as AddressInfo).port });
}

/** Whether the work ends within this time. */
async function withinMs(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const isDone = await Promise.race([
    work.then(() => true),
    sleep(ms, false, { signal: timer.signal }).catch(() => false),
  ]);
  timer.abort();
  return isDone;
}
