import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { VerifiedToken, Connection } from '@chat-ticket/api';
import { liveProtocol, maxClientFrameBytes } from '@chat-ticket/contract';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Hubs } from './open-hubs.ts';
import { requestOf, writeResponse } from './upgrade-exchange.ts';
import { WsSocket } from './ws-socket.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** The verified tokens of the upgrade requests that the app has accepted. */
export type VerifiedUpgrades = WeakMap<Request, VerifiedToken>;

/**
 * Passes each upgrade request to the app. Opens a socket when the app accepts the request, and writes the app’s
 * response when it refuses it.
 */
export function acceptSockets(server: Server, fetch: Fetch, upgrades: VerifiedUpgrades, hubs: Hubs): void {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: maxClientFrameBytes,
    handleProtocols: () => liveProtocol,
  });

  const upgrade = async (incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const request = requestOf(incoming);
    const response = request ? await fetch(request) : new Response(null, { status: 400 });
    const token = request && upgrades.get(request);
    if (socket.destroyed) return;
    if (!token) return writeResponse(socket, response);
    sockets.handleUpgrade(incoming, socket, head, (ws) => {
      socket.off('error', destroy);
      serve(ws, hubs.of(token.principal.workspace).connect(token, new WsSocket(ws)));
    });
  };

  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', destroy);
    upgrade(incoming, socket, head).catch(() => socket.destroy());
  });
}

// A function of the module: its closures would otherwise retain the upgrade request for the life of the socket.
function serve(ws: WebSocket, connection: Connection): void {
  ws.on('message', (data: RawData, isBinary) => {
    // The contract has no binary frames. The empty text is invalid as well.
    connection.receive(isBinary ? '' : String(data));
  });
  ws.on('pong', () => connection.touch());
  ws.on('close', () => connection.handleClose());
  ws.on('error', ignore);
}

function destroy(this: Duplex): void {
  this.destroy();
}

/** `ws` closes the socket after an error, and the `close` event reports it. */
const ignore = () => {};
