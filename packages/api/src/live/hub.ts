import {
  type Database,
  findRevokedTokens,
  getRoomEnd,
  type PublishedEvent,
  publishing,
  renewLeases,
  type RoomEnd,
  send,
} from '@chat-ticket/storage';
import { gapToleranceMs } from '@chat-ticket/domain';
import type { VerifiedToken } from '../auth/create-token-verifier.ts';
import type { LogLine } from '../ports.ts';
import { closeLine } from '../log/close-line.ts';
import { ConnectionRegistry } from './connection-registry.ts';
import { Connection, type ConnectionPorts } from './connection.ts';
import { roomOf } from './event-log-reader.ts';
import { EventLogTail } from './event-log-tail.ts';
import { clientSilenceMs, maxTickPauseMs, revocationCheckIntervalMs } from './limits.ts';
import { Presence } from './presence.ts';
import { QueuePlaces } from './queue-places.ts';
import { isParticipant, mayType, RoomParticipants, type TypingNotice } from './room-participants.ts';
import type { Socket } from './socket.ts';

/** What a hub needs from the runtime. */
export type HubPorts = {
  /** Opens the workspace’s database. */
  openDatabase: () => Promise<Database>;
  /** The time, in ms since 1970. */
  now: () => number;
  /** A new random id: a UUID. */
  newId: () => string;
  /** Resolves after this time. */
  pause: (ms: number) => Promise<void>;
  /** Publishes events that the hub itself has written, to this hub too. */
  publish: (events: readonly PublishedEvent[]) => void;
  /** Forwards a typing notice to the hub of the room’s other participant. For runtimes with a hub per room. */
  forwardTyping?: (typing: TypingNotice) => void;
  /** Writes one line to the application’s log. */
  log: (line: LogLine) => void;
};

/** A socket that outlived its hub’s memory, with what was stored beside it. */
export type RestoredSocket = {
  id: string;
  token: VerifiedToken;
  socket: Socket;
  /** The position in the event log up to which events were sent; undefined: the client had not resumed yet. */
  position: number | undefined;
  /** The last sent place in the queue; null: the customer did not wait; undefined: not read yet. */
  queuePlace?: string | null | undefined;
  lastSeenAt: number;
};

/**
 * The live connections of one workspace, or of one room on runtimes with a hub per room. It holds no state that
 * is not in the database or known to its clients, so the runtime may drop it at any time. The app must call
 * `tick` at least every 20 s, and as often as events that other processes write should appear.
 */
export class Hub {
  readonly #ports: HubPorts;
  readonly #roomId: string | undefined;
  readonly #connectionPorts: ConnectionPorts;
  readonly #connections = new ConnectionRegistry();
  readonly #presence = new Presence();
  readonly #participants = new RoomParticipants();
  readonly #queuePlaces: QueuePlaces;
  #opening: Promise<EventLogTail> | undefined;
  #tail: EventLogTail | undefined;
  #revocationsCheckedAt = 0;
  #tickedAt: number | undefined;

  /** With a `roomId`, the hub follows the events of that room only. */
  constructor(ports: HubPorts, roomId?: string) {
    this.#ports = ports;
    this.#roomId = roomId;
    this.#queuePlaces = new QueuePlaces(ports);
    this.#connectionPorts = {
      now: ports.now,
      pause: ports.pause,
      onTyping: (from, typedIn) =>
        void this.#broadcastTyping(from, typedIn).catch(this.#logError('typing not sent')),
      onResumed: (connection) => {
        this.#queuePlaces.watch(connection);
        void this.#sendQueuePlaces();
      },
      onEvent: (connection, event) => {
        if (this.#queuePlaces.observe(connection, event)) void this.#sendQueuePlaces();
      },
      onClosed: (connection) => {
        ports.log(closeLine(connection));
        this.#remove(connection);
      },
      onError: this.#logError('connection not served'),
    };
  }

  /** How many connections the hub has. */
  get size(): number {
    return this.#connections.size;
  }

  /** Starts to serve an open socket. It replaces one when the principal has too many connections. */
  connect(token: VerifiedToken, socket: Socket, id = this.#ports.newId()): Connection {
    const connection = this.#newConnection({ id }, token, socket);
    this.#add(connection);
    const roomId = roomOf(token.principal);
    const roomEnd = roomId === undefined ? undefined : this.#readRoomEnd(roomId);
    void connection.sendReady(this.#openTail(roomEnd), roomEnd);
    return connection;
  }

  /** Serves sockets that outlived this hub’s memory, each from its position. This costs one read at most. */
  restore(sockets: readonly RestoredSocket[]): Connection[] {
    const positions = sockets.flatMap(({ position }) => position ?? []);
    const tail = new EventLogTail(this.#tailOptions(), Math.min(...positions));
    if (positions.length > 0) {
      this.#tail = tail;
      this.#opening = Promise.resolve(tail);
    }
    return sockets.map(({ token, queuePlace, position, socket, ...known }) => {
      const connection = this.#newConnection(known, token, socket);
      this.#add(connection);
      if (positions.length > 0) connection.attach(tail, { position });
      else void this.#openTail().then((log) => connection.attach(log), this.#logError('event log not read'));
      if (position !== undefined) this.#queuePlaces.watch(connection, queuePlace);
      return connection;
    });
  }

  /** Sends the events of a committed write. */
  publish(events: readonly PublishedEvent[]): void {
    if (events.length === 0) return;
    if (this.#tail) this.#tail.take(events).catch(this.#logError('event log not read'));
    else this.#opening?.then((tail) => tail.catchUp()).catch(this.#logError('event log not read'));
  }

  /**
   * Reads the events of other processes, renews the agents' leases and closes connections that are expired,
   * silent, slow or revoked.
   */
  async tick(): Promise<void> {
    const now = this.#ports.now();
    this.#noticeGap(now);
    for (const connection of this.#connections) {
      this.#recordPresence(connection);
      if (connection.expiresAt <= now) connection.close('token_expired');
      else if (now - connection.lastSeenAt > clientSilenceMs) connection.close('client_silent');
      else {
        connection.pingIfIdle();
        connection.closeIfSlow();
      }
    }
    await Promise.all([
      this.#tail?.catchUp().catch(this.#logError('event log not read')),
      this.#renewLeases().catch(this.#logError('leases not renewed')),
      this.#closeRevoked(now).catch(this.#logError('revoked tokens not read')),
      this.#sendQueuePlaces(),
    ]);
  }

  /** Sends a typing notice, of this hub or of another one of the workspace, to the room’s other participant. */
  receiveTyping({ agentId, data }: TypingNotice): void {
    const { from, roomId } = data;
    for (const connection of this.#connections) {
      const { principal } = connection;
      const isSender = principal.sub === from.id && principal.role === from.role;
      if (!isSender && isParticipant(principal, roomId, { agentId }))
        connection.sendIfFree({ type: 'typing', data });
    }
  }

  /** Closes all connections, because the process stops. */
  stop(): void {
    for (const connection of this.#connections) connection.close('going_away');
  }

  #newConnection(
    known: { id: string; lastSeenAt?: number },
    token: VerifiedToken,
    socket: Socket,
  ): Connection {
    return new Connection(known, token, socket, this.#connectionPorts);
  }

  #add(connection: Connection): void {
    this.#recordPresence(connection);
    this.#connections.add(connection);
  }

  /**
   * After a gap between two ticks, the clock was changed or the machine was suspended. Clients could not reach it in
   * the meantime, so their silence does not count.
   */
  #noticeGap(now: number): void {
    const passedMs = now - (this.#tickedAt ?? now);
    this.#tickedAt = now;
    if (passedMs >= -gapToleranceMs && passedMs <= maxTickPauseMs + gapToleranceMs) return;
    for (const connection of this.#connections) connection.moveClock(passedMs);
    this.#presence.moveClock(passedMs);
    this.#revocationsCheckedAt = 0;
  }

  #tailOptions() {
    const { openDatabase: open, pause } = this.#ports;
    return { open, pause, roomId: this.#roomId, onGrowth: () => this.#connections.advance() };
  }

  #sendQueuePlaces = (): Promise<void> =>
    this.#queuePlaces.sendDue().catch(this.#logError('queue places not sent'));

  #readRoomEnd = async (roomId: string): Promise<RoomEnd> =>
    send(await this.#ports.openDatabase(), getRoomEnd, { roomId });

  /** Opens the event log once for all connections. The read of a room’s end has its end as well. */
  #openTail(roomEnd?: Promise<RoomEnd>): Promise<EventLogTail> {
    if (this.#opening) return this.#opening;
    const opening = roomEnd
      ? roomEnd.then(({ last }) => new EventLogTail(this.#tailOptions(), last))
      : EventLogTail.open(this.#tailOptions());
    this.#opening = opening;
    opening.then(
      (tail) => {
        if (this.#opening === opening) this.#tail = tail;
      },
      () => {
        if (this.#opening === opening) this.#opening = undefined;
      },
    );
    return opening;
  }

  #remove(connection: Connection): void {
    this.#recordPresence(connection);
    this.#queuePlaces.unwatch(connection);
    this.#connections.remove(connection);
    if (!this.#connections.isEmpty) return;
    this.#tickedAt = undefined;
    // Without connections the hub stops following the event log. The next connection starts at its end.
    this.#tail = undefined;
    this.#opening = undefined;
  }

  #recordPresence({ principal, lastSeenAt }: Connection): void {
    if (principal.role === 'agent') this.#presence.record(principal.sub, lastSeenAt);
  }

  async #closeRevoked(now: number): Promise<void> {
    const all = [...this.#connections];
    if (all.length === 0 || now - this.#revocationsCheckedAt < revocationCheckIntervalMs) return;
    this.#revocationsCheckedAt = now;
    const tokens = all.map(({ principal: { role, sub }, issuedAt }) => ({ role, sub, issuedAt }));
    const { revoked } = await send(await this.#ports.openDatabase(), findRevokedTokens, { tokens });
    for (const { index } of revoked) all[index]!.close('token_revoked');
  }

  async #renewLeases(): Promise<void> {
    const { newId, now, openDatabase, publish } = this.#ports;
    const at = now();
    const leases = this.#presence.leasesDue(at);
    if (leases.length === 0) return;
    const changeId = newId();
    const context = { changeId, now: at, actorRole: 'system', actorId: 'live' };
    await send(publishing(await openDatabase(), changeId, publish), renewLeases, { ...context, leases });
    this.#presence.markRenewed(leases, at);
  }

  async #broadcastTyping(from: Connection, roomId: string): Promise<void> {
    const { sub: id, role, name } = from.principal;
    const db = await this.#ports.openDatabase();
    const participants = await this.#participants.of(db, roomId, this.#ports.now());
    if (!participants || !mayType(from.principal, roomId, participants)) return;
    const data = { roomId, from: { role, id, ...(name === undefined ? {} : { name }) } };
    const typing = { agentId: participants.agentId, data };
    this.receiveTyping(typing);
    this.#ports.forwardTyping?.(typing);
  }

  #logError = (message: string) => (error: unknown) =>
    this.#ports.log({ level: 'error', message, requestId: 'live', error });
}
