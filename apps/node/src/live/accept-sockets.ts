import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { VerifiedToken, Connection } from '@chat-ticket/api';
import { liveProtocol, maxClientFrameBytes } from '@chat-ticket/contract';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Hubs } from './open-hubs.ts';
import { requestOf, writeResponse } from './upgrade-exchange.ts';
import { WsSocket } from './ws-socket.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** The requests of upgrades that the app let in. */
export type Admissions = WeakMap<Request, VerifiedToken>;

/**
 * Lets the app judge each upgrade as any other request, which answers it where it is refused, and opens a
 * socket for those that it admits.
 */
export function acceptSockets(server: Server, fetch: Fetch, admissions: Admissions, hubs: Hubs): void {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: maxClientFrameBytes,
    handleProtocols: () => liveProtocol,
  });

  const upgrade = async (incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const request = requestOf(incoming);
    const response = request ? await fetch(request) : new Response(null, { status: 400 });
    const token = request && admissions.get(request);
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

// By itself, so that its closures keep nothing of the upgrade for as long as the socket lasts.
function serve(ws: WebSocket, connection: Connection): void {
  ws.on('message', (data: RawData, isBinary) => {
    // The contract has no binary frames: an empty text is none of its frames either.
    connection.receive(isBinary ? '' : String(data));
  });
  ws.on('pong', () => connection.touch());
  ws.on('close', () => connection.handleClose());
  ws.on('error', ignore);
}

function destroy(this: Duplex): void {
  this.destroy();
}

/** What is wrong with a frame closes the socket, too. */
const ignore = () => {};
