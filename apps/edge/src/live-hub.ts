import { type VerifiedToken, type Connection, type TypingNotice, Hub } from '@chat-ticket/api';
import { liveProtocol } from '@chat-ticket/contract';
import type { PublishedEvent } from '@chat-ticket/storage';
import { DurableObject } from 'cloudflare:workers';
import { type Bindings, log, openDatabase, variablesOf } from './bindings.ts';
import { hubOf } from './hand-over.ts';
import { attachmentOf, hubSocket, restoredSocket } from './hub-socket.ts';

/** Leases, silence and what a lost hand-over would hide are looked after so often. */
const tickMs = 20_000;

/** The request header in which the Worker, which alone reaches the object, says whom it let in. */
export const verifiedTokenHeader = 'X-Verified-Token';

/** The room of a customer, who hears nothing else; anyone else is told by the workspace’s hub. */
export const roomOf = ({ role, room }: VerifiedToken['principal']): string | undefined =>
  role === 'customer' ? room : undefined;

/**
 * The live channel of one workspace’s people, or of the customer of one room. Its sockets hibernate: pings are
 * answered without it, and what it needs to go on stands beside each socket.
 */
export class LiveHub extends DurableObject<Bindings> {
  readonly #connections = new Map<string, Connection>();
  #hub: Hub | undefined;

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings);
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"type":"ping"}', '{"type":"pong"}'));
    const sockets = context.getWebSockets();
    const [first] = sockets;
    if (!first) return;
    const restored = sockets.map((socket) => restoredSocket(socket, this.#answeredPingAt(socket)));
    console.debug(JSON.stringify({ level: 'debug', message: 'live hub woken', sockets: sockets.length }));
    for (const connection of this.#hubOf(attachmentOf(first).token.principal).restore(restored))
      this.#connections.set(connection.id, connection);
  }

  /** Opens a socket for whom the Worker let in. */
  override async fetch(request: Request): Promise<Response> {
    const token = JSON.parse(request.headers.get(verifiedTokenHeader)!) as VerifiedToken;
    const { 0: client, 1: server } = new WebSocketPair();
    const id = crypto.randomUUID();
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment({ id, token, openedAt: Date.now() });
    const connection = this.#hubOf(token.principal).connect(token, hubSocket(server), id);
    this.#connections.set(id, connection);
    await this.#tickBy(Math.min(Date.now() + tickMs, token.expiresAt));
    return new Response(null, {
      status: 101,
      webSocket: client,
      headers: { 'Sec-WebSocket-Protocol': liveProtocol },
    });
  }

  /** A write was committed, and this is what it has put into the log. */
  publish(events: PublishedEvent[]): void {
    this.#hub?.publish(events);
  }

  /** Somebody types whose socket is another hub’s. */
  receiveTyping(typing: TypingNotice): void {
    this.#hub?.receiveTyping(typing);
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    const frame = typeof message === 'string' ? message : '';
    this.#connections.get(attachmentOf(socket).id)?.receive(frame);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#ended(socket);
    // The runtime does not answer the close of a hibernating socket.
    try {
      socket.close(1000);
    } catch {
      // It was ours, and is through.
    }
  }

  override webSocketError(socket: WebSocket): void {
    this.#ended(socket);
  }

  override async alarm(): Promise<void> {
    const sockets = this.ctx.getWebSockets();
    if (sockets.length === 0 || !this.#hub) return;
    for (const socket of sockets)
      this.#connections.get(attachmentOf(socket).id)?.touch(this.#answeredPingAt(socket));
    await this.#hub.tick();
    const ends = sockets.map((socket) => attachmentOf(socket).token.expiresAt);
    const now = Date.now();
    await this.#tickBy(Math.min(now + tickMs, ...ends.filter((end) => end > now)));
  }

  #hubOf(principal: VerifiedToken['principal']): Hub {
    const { env } = this;
    const { workspace } = principal;
    const roomId = roomOf(principal);
    const ports = {
      openDatabase: async () => {
        const database = openDatabase(variablesOf(env), workspace, 'chat-ticket-live');
        if (!database) throw new Error(`workspace ${workspace} is not served any more`);
        return database;
      },
      now: Date.now,
      newId: () => crypto.randomUUID(),
      pause: (ms: number) => scheduler.wait(ms),
      publish: (events: readonly PublishedEvent[]) => {
        this.#hub?.publish(events);
        // An agent who is back can be given what waits.
        if (events.length > 0) this.ctx.waitUntil(env.SWEEPER.getByName(workspace).wake(workspace));
      },
      forwardTyping: (typing: TypingNotice) => {
        const others = roomId === undefined ? typing.data.roomId : undefined;
        // A room that is no agent’s has nobody else who would be told.
        if (others !== undefined || typing.agentId !== null)
          this.ctx.waitUntil(hubOf(env, workspace, others).receiveTyping(typing));
      },
      log,
    };
    return (this.#hub ??= new Hub(ports, roomId));
  }

  #ended(socket: WebSocket): void {
    const { id } = attachmentOf(socket);
    this.#connections.get(id)?.handleClose();
    this.#connections.delete(id);
  }

  #answeredPingAt(socket: WebSocket): number {
    return this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
  }

  async #tickBy(at: number): Promise<void> {
    const alarmAt = await this.ctx.storage.getAlarm();
    if (alarmAt === null || alarmAt > at) await this.ctx.storage.setAlarm(at);
  }
}
