import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connection } from '@chat-ticket/api';
import { liveProtocol, maxClientFrameBytes } from '@chat-ticket/contract';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Hubs } from './open-hubs.ts';
import type { PendingUpgrades } from './pending-upgrades.ts';
import type { RequestGate } from '../server/request-gate.ts';
import { malformedResponse } from '../server/refuse-malformed.ts';
import { refuse } from '../server/refuse.ts';
import { requestOf } from './request-of.ts';
import { WsSocket } from './ws-socket.ts';

type Fetch = (request: Request, bindings?: object) => Response | Promise<Response>;

/** The sockets that the HTTP server has handed over for an upgrade, and no longer closes. */
export type UpgradeSockets = {
  /** Accepts no more sockets. */
  stop(): void;
  destroyAll(): void;
};

/** How long an upgrade request may wait for its response, in ms. */
const upgradeTimeoutMs = 10_000;

/**
 * Passes each upgrade request to the app. Opens a socket when the app accepts the request, and writes the app’s
 * response when it refuses it.
 */
export function acceptSockets(
  server: Server,
  gate: Pick<RequestGate, 'upgrade'>,
  { app, upgrades, hubs }: { app: { fetch: Fetch }; upgrades: PendingUpgrades; hubs: Hubs },
): UpgradeSockets {
  const open = new Set<Duplex>();
  let isStopping = false;
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    // `ws` would answer each ping, and queue the pongs of a client that does not read them.
    autoPong: false,
    maxPayload: maxClientFrameBytes,
    handleProtocols: () => liveProtocol,
  });

  const upgrade = async (
    incoming: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    timer: NodeJS.Timeout,
  ): Promise<void> => {
    await gate.upgrade(socket);
    if (!socket.writable) return;
    const request = requestOf(incoming);
    if (!request) return refuse(socket, malformedResponse());
    const forget = () => upgrades.delete(request);
    upgrades.add(request);
    socket.on('close', forget);
    const response = await app.fetch(request, { incoming });
    const token = upgrades.tokenOf(request);
    if (socket.destroyed) return;
    if (isStopping) return void socket.destroy();
    if (!token) return refuse(socket, response);
    sockets.handleUpgrade(incoming, socket, head, (ws) => {
      clearTimeout(timer);
      socket.off('error', destroy);
      socket.off('close', forget);
      forget();
      const live = new WsSocket(ws);
      serve(ws, live, hubs.of(token.principal.workspace).connect(token, live));
    });
  };

  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    const timer = setTimeout(() => socket.destroy(), upgradeTimeoutMs);
    socket.on('error', destroy);
    socket.on('close', () => {
      clearTimeout(timer);
      open.delete(socket);
    });
    upgrade(incoming, socket, head, timer).catch(() => socket.destroy());
  });

  return {
    stop: () => {
      isStopping = true;
    },
    destroyAll: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

// A function of the module: its closures would otherwise retain the upgrade request for the life of the socket.
function serve(ws: WebSocket, socket: WsSocket, connection: Connection): void {
  ws.on('message', (data: RawData, isBinary) => {
    // The contract has no binary frames. The empty text is invalid as well.
    connection.receive(isBinary ? '' : String(data));
  });
  ws.on('ping', (data) => {
    if (connection.receiveControl()) socket.pong(data);
  });
  ws.on('pong', () => connection.receiveControl());
  ws.on('close', (code) => connection.handleClose(code));
  ws.on('error', ignore);
}

function destroy(this: Duplex): void {
  this.destroy();
}

/** `ws` closes the socket after an error, and the `close` event reports it. */
const ignore = () => {};
