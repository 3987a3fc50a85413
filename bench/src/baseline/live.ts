import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { liveProtocol, liveTokenPrefix, maxClientFrameBytes } from '@chat-ticket/contract';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BaselineRoom, BaselineRooms, SentMessage } from './live-message.ts';
import { frames, toMessage } from './live-message.ts';
import { createJsonServer, type JsonResponse, serve } from './serve.ts';
import { createVerifier } from './verify-token.ts';

const verify = createVerifier(process.env['AUTH_SECRET']!);
const rooms = new Map<string, BaselineRoom & { seq: number }>();
/** The sockets of customers by room id, of agents by agent id, and of supervisors under `all`. */
const listeners = new Map<string, Set<WebSocket>>();
let position = 0;

function respond(request: IncomingMessage, body: string): JsonResponse {
  const actor = verify(request.headers.authorization);
  if (!actor) return [401, { errors: [{ status: '401', title: 'not authorize' }] }];
  const roomId = /\/v1\/rooms\/([^/]+)\/messages$/.exec(request.url!)?.[1];
  const room = rooms.get(roomId ?? '');
  if (request.method === 'PUT') {
    const sent = JSON.parse(body) as BaselineRooms;
    position = sent.position;
    for (const one of sent.rooms) rooms.set(one.roomId, { ...one, seq: 0 });
    return [200, {}];
  }
  if (!room || (actor.role === 'customer' && actor.room !== roomId))
    return [404, { errors: [{ status: '404', title: 'not found' }] }];
  const message = toMessage(++room.seq, actor, JSON.parse(body) as SentMessage);
  const { full, forCustomer } = frames(++position, room, actor, message);
  for (const socket of listeners.get(room.roomId) ?? []) socket.send(forCustomer);
  for (const socket of listeners.get(room.agentId) ?? []) socket.send(full);
  for (const socket of listeners.get('all') ?? []) socket.send(full);
  return [201, message];
}

const server = createJsonServer(respond);

const sockets = new WebSocketServer({
  noServer: true,
  perMessageDeflate: false,
  maxPayload: maxClientFrameBytes,
  handleProtocols: () => liveProtocol,
});
// The baseline has no event log, so it ignores `resume`.
const ignore = () => {};
server.on('upgrade', (request, socket, head) => {
  const token = request.headers['sec-websocket-protocol']?.split(liveTokenPrefix)[1];
  const actor = verify(`Bearer ${token}`);
  if (!actor) return socket.destroy();
  sockets.handleUpgrade(request, socket, head, (ws) => {
    const name = actor.room ?? (actor.role === 'agent' ? actor.sub : 'all');
    const group = listeners.get(name) ?? new Set();
    listeners.set(name, group.add(ws));
    ws.on('message', ignore);
    ws.on('error', ignore);
    ws.on('close', () => {
      group.delete(ws);
      if (group.size === 0) listeners.delete(name);
    });
    ws.send(JSON.stringify({ type: 'ready', data: { seq: position, connectionId: randomUUID() } }));
  });
});

await serve(server);
process.exit(0);
