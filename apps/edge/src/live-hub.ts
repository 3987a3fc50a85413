import { type VerifiedToken, type Connection, type TypingNotice, Hub, roomOf } from '@chat-ticket/api';
import { liveProtocol } from '@chat-ticket/contract';
import type { PublishedEvent } from '@chat-ticket/storage';
import { DurableObject } from 'cloudflare:workers';
import { answerClose } from './answer-close.ts';
import { type Bindings, type LiveHubMethods, variablesOf } from './bindings.ts';
import { hubStub } from './fan-out.ts';
import { attachmentOf, hubSocket, restoredSocket } from './hub-socket.ts';
import { log } from './log.ts';
import { openDatabase } from './open-database.ts';

/** How often an alarm renews leases, closes silent connections and reads events that were not published here. */
const tickMs = 20_000;

/** The request header that carries the verified token from the Worker to the object. Only the Worker can set it. */
export const verifiedTokenHeader = 'X-Verified-Token';

/**
 * Holds the live connections of one workspace’s agents and services, or of one room’s customer.
 *
 * The life of an object:
 *
 * 1. `constructor`: the object comes into memory. It has no sockets yet, or it restores them (step 6).
 * 2. `fetch`: opens a socket, stores the verified token in the socket’s attachment, and sets an alarm.
 * 3. `publish`, `receiveTyping`, `webSocketMessage`: events from writes and frames from clients.
 * 4. `alarm`: at most every 20 s, and when a token expires, while a socket is open.
 * 5. Hibernation: after about 10 s without work the runtime drops the object from memory. The sockets stay open, and
 *    the runtime answers pings without the object.
 * 6. Restore: the next call, frame, close or alarm runs the constructor again. Each connection continues from the
 *    position in its attachment, and reads the events that it missed from the event log.
 * 7. `webSocketClose`, `webSocketError`: removes the connection. After the last one the next alarm sets no other.
 *
 * A deploy closes all sockets without a close frame. Clients reconnect and resume.
 *
 * @see https://developers.cloudflare.com/durable-objects/best-practices/websockets/
 * @see https://developers.cloudflare.com/durable-objects/concepts/durable-object-lifecycle/
 */
export class LiveHub extends DurableObject<Bindings> implements LiveHubMethods {
  readonly #connections = new Map<string, Connection>();
  #hub: Hub | undefined;

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings);
    // The runtime answers this exact text without waking the object.
    // https://developers.cloudflare.com/durable-objects/api/state/#setwebsocketautoresponse
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"type":"ping"}', '{"type":"pong"}'));
    const sockets = context.getWebSockets();
    const [first] = sockets;
    if (!first) return;
    const restored = sockets.map((socket) => restoredSocket(socket, this.#answeredPingAt(socket)));
    console.debug(JSON.stringify({ level: 'debug', message: 'live hub restored', sockets: sockets.length }));
    for (const connection of this.#hubFor(attachmentOf(first).token.principal).restore(restored))
      this.#connections.set(connection.id, connection);
  }

  /** Opens a socket for the token that the Worker has verified. */
  override async fetch(request: Request): Promise<Response> {
    const token = JSON.parse(request.headers.get(verifiedTokenHeader)!) as VerifiedToken;
    const { 0: client, 1: server } = new WebSocketPair();
    const id = crypto.randomUUID();
    // `acceptWebSocket` instead of `server.accept()`: only then may the object hibernate.
    // https://developers.cloudflare.com/durable-objects/api/state/#acceptwebsocket
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment({ id, token, openedAt: Date.now() });
    this.#touchAll();
    const connection = this.#hubFor(token.principal).connect(token, hubSocket(server), id);
    this.#connections.set(id, connection);
    await this.#setAlarmBy(Math.min(Date.now() + tickMs, token.expiresAt));
    return new Response(null, {
      status: 101,
      webSocket: client,
      headers: { 'Sec-WebSocket-Protocol': liveProtocol },
    });
  }

  async countConnections(): Promise<number> {
    return this.#hub?.size ?? 0;
  }

  publish(events: PublishedEvent[]): void {
    this.#hub?.publish(events);
  }

  receiveTyping(typing: TypingNotice): void {
    this.#hub?.receiveTyping(typing);
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    // The contract has no binary frames. The empty text is invalid as well.
    const frame = typeof message === 'string' ? message : '';
    this.#connections.get(attachmentOf(socket).id)?.receive(frame);
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string, isClean: boolean): void {
    this.#remove(socket, code);
    answerClose(socket, code, reason, isClean);
  }

  override webSocketError(socket: WebSocket): void {
    this.#remove(socket);
  }

  override async alarm(): Promise<void> {
    const sockets = this.ctx.getWebSockets();
    if (sockets.length === 0 || !this.#hub) return;
    this.#touchAll();
    await this.#hub.tick();
    const expiries = sockets.map((socket) => attachmentOf(socket).token.expiresAt);
    const now = Date.now();
    await this.#setAlarmBy(Math.min(now + tickMs, ...expiries.filter((expiry) => expiry > now)));
  }

  #hubFor(principal: VerifiedToken['principal']): Hub {
    const { env } = this;
    const { workspace } = principal;
    const roomId = roomOf(principal);
    const ports = {
      openDatabase: async () => {
        const database = openDatabase(variablesOf(env), workspace, 'chat-ticket-live');
        if (!database) throw new Error(`this desk no longer serves the workspace ${workspace}`);
        return database;
      },
      now: Date.now,
      newId: () => crypto.randomUUID(),
      pause: (ms: number) => scheduler.wait(ms),
      publish: (events: readonly PublishedEvent[]) => {
        this.#hub?.publish(events);
        // A renewed lease can make an agent available, and the sweep assigns waiting tickets to it.
        if (events.length > 0) this.ctx.waitUntil(env.SWEEPER.getByName(workspace).wake(workspace));
      },
      forwardTyping: (typing: TypingNotice) => {
        // From the workspace’s hub to the customer’s, and from the customer’s to the workspace’s.
        const otherRoomId = roomId === undefined ? typing.data.roomId : undefined;
        // Without an agent, nobody in the workspace follows the room.
        if (otherRoomId !== undefined || typing.agentId !== null)
          this.ctx.waitUntil(hubStub(env, workspace, otherRoomId).receiveTyping(typing));
      },
      log,
    };
    return (this.#hub ??= new Hub(ports, roomId));
  }

  #remove(socket: WebSocket, code?: number): void {
    const { id } = attachmentOf(socket);
    this.#connections.get(id)?.handleClose(code);
    this.#connections.delete(id);
  }

  /** Learns from the runtime which connections have sent a ping that the runtime answered. */
  #touchAll(): void {
    for (const socket of this.ctx.getWebSockets())
      this.#connections.get(attachmentOf(socket).id)?.touch(this.#answeredPingAt(socket));
  }

  /** When the runtime last answered a ping of this socket, in ms since 1970. 0: never. */
  #answeredPingAt(socket: WebSocket): number {
    return this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
  }

  /** An object has one alarm: an earlier one stays. https://developers.cloudflare.com/durable-objects/api/alarms/ */
  async #setAlarmBy(at: number): Promise<void> {
    const alarmAt = await this.ctx.storage.getAlarm();
    if (alarmAt === null || alarmAt > at) await this.ctx.storage.setAlarm(at);
  }
}
