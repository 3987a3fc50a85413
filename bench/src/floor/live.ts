import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { liveProtocol, liveTokenPrefix, maxClientFrameBytes } from '@chat-ticket/contract';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FloorRoom, FloorRooms, SentMessage } from './live-message.ts';
import { frames, toMessage } from './live-message.ts';
import { type Answer, createFloor, serve } from './serve.ts';
import { createVerifier } from './verify-token.ts';

const verify = createVerifier(process.env['AUTH_SECRET']!);
const rooms = new Map<string, FloorRoom & { seq: number }>();
/** Who hears of a room: by room id, by agent id, and `all`. */
const listeners = new Map<string, Set<WebSocket>>();
let position = 0;

function answer(request: IncomingMessage, body: string): Answer {
  const actor = verify(request.headers.authorization);
  if (!actor) return [401, { errors: [{ status: '401', title: 'not authorize' }] }];
  const roomId = /\/v1\/rooms\/([^/]+)\/messages$/.exec(request.url!)?.[1];
  const room = rooms.get(roomId ?? '');
  if (request.method === 'PUT') {
    const told = JSON.parse(body) as FloorRooms;
    position = told.position;
    for (const one of told.rooms) rooms.set(one.roomId, { ...one, seq: 0 });
    return [200, {}];
  }
  if (!room || (actor.role === 'customer' && actor.room !== roomId))
    return [404, { errors: [{ status: '404', title: 'not found' }] }];
  const message = toMessage(++room.seq, actor, JSON.parse(body) as SentMessage);
  const { whole, part } = frames(++position, room, actor, message);
  for (const socket of listeners.get(room.roomId) ?? []) socket.send(part);
  for (const socket of listeners.get(room.agentId) ?? []) socket.send(whole);
  for (const socket of listeners.get('all') ?? []) socket.send(whole);
  return [201, message];
}

const server = createFloor(answer);

const sockets = new WebSocketServer({
  noServer: true,
  perMessageDeflate: false,
  maxPayload: maxClientFrameBytes,
  handleProtocols: () => liveProtocol,
});
// A client’s `resume` is taken and means nothing: there is no log.
const ignore = () => {};
server.on('upgrade', (request, socket, head) => {
  const token = request.headers['sec-websocket-protocol']?.split(liveTokenPrefix)[1];
  const actor = verify(`Bearer ${token}`);
  if (!actor) return socket.destroy();
  sockets.handleUpgrade(request, socket, head, (ws) => {
    const name = actor.room ?? (actor.role === 'agent' ? actor.sub : 'all');
    const own = listeners.get(name) ?? new Set();
    listeners.set(name, own.add(ws));
    ws.on('message', ignore);
    ws.on('error', ignore);
    ws.on('close', () => {
      own.delete(ws);
      if (own.size === 0) listeners.delete(name);
    });
    ws.send(JSON.stringify({ type: 'ready', data: { seq: position, connectionId: randomUUID() } }));
  });
});

await serve(server);
process.exit(0);
