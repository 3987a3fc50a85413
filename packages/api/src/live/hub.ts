import type { Database, PublishedEvent } from '@chat-ticket/storage';
import { findRevoked, publishing, renewLeases } from '@chat-ticket/storage';
import type { LogEntry } from '../ports.ts';
import type { Admission } from './admission.ts';
import { Connection, type ConnectionPorts } from './connection.ts';
import { revocationCheckMs, silenceMs } from './limits.ts';
import { LogTail } from './event-log-tail.ts';
import { People } from './connection-registry.ts';
import { Presence } from './presence.ts';
import { QueuePlaces } from './queue-places.ts';
import { isParty, mayType, RoomParties, type Typing } from './room-parties.ts';
import type { Socket } from './socket.ts';

export type HubPorts = {
  openDatabase: () => Promise<Database>;
  now: () => number;
  newId: () => string;
  pause: (ms: number) => Promise<void>;
  /** Tells everyone of what the hub itself has written. */
  publish: (events: readonly PublishedEvent[]) => void;
  /** Tells the hub that has the others in the room, where the runtime keeps customers apart. */
  passTyping?: (typing: Typing) => void;
  log: (entry: LogEntry) => void;
};

/** A socket, and what was stored beside it. */
export type RestoredSocket = {
  id: string;
  admission: Admission;
  socket: Socket;
  /** How far the log was told; undefined before the client has resumed. */
  position: number | undefined;
  /** The place in the queue that was told last; null: it did not wait, undefined: that was not looked at. */
  place?: string | null | undefined;
  lastLifeAt: number;
};

/**
 * Tells the connections of one workspace what happens there, or those of one room where customers are kept
 * apart. It holds nothing that is not in the database or known to the clients, so that it can be lost at any
 * time. `tick` has to be called now and then: as often as what other processes write is to be seen, and every
 * 20 s at least.
 */
export class Hub {
  readonly #ports: HubPorts;
  readonly #roomId: string | undefined;
  readonly #connectionPorts: ConnectionPorts;
  readonly #people = new People();
  readonly #presence = new Presence();
  readonly #parties = new RoomParties();
  readonly #places: QueuePlaces;
  #starting: Promise<LogTail> | undefined;
  #tail: LogTail | undefined;
  #revocationsCheckedAt = 0;

  /** With a room, it follows what happens there alone. */
  constructor(ports: HubPorts, roomId?: string) {
    this.#ports = ports;
    this.#roomId = roomId;
    this.#places = new QueuePlaces(ports);
    this.#connectionPorts = {
      now: ports.now,
      pause: ports.pause,
      typing: (from, typedIn) =>
        void this.#tellTyping(from, typedIn).catch(this.#failed('typing not passed on')),
      resumed: (connection) => {
        this.#places.begin(connection);
        void this.#tellPlaces();
      },
      passed: (connection, event) => {
        if (this.#places.heard(connection, event)) void this.#tellPlaces();
      },
      ended: (over) => this.#forget(over),
      failed: (error) => this.#failed('connection not served')(error),
    };
  }

  connect(admission: Admission, socket: Socket, id = this.#ports.newId()): Connection {
    const connection = this.#connection({ id }, admission, socket);
    if (this.#add(connection)) void connection.greet(this.#start());
    else connection.close('too_many_connections');
    return connection;
  }

  /** Takes back the sockets that outlived this hub’s memory. All go on where they were, by one read at most. */
  restore(sockets: readonly RestoredSocket[]): Connection[] {
    const positions = sockets.flatMap(({ position }) => position ?? []);
    const tail = new LogTail(this.#tailOptions(), Math.min(...positions));
    if (positions.length > 0) {
      this.#tail = tail;
      this.#starting = Promise.resolve(tail);
    }
    return sockets.map(({ admission, place, position, socket, ...known }) => {
      const connection = this.#connection(known, admission, socket);
      this.#add(connection);
      if (positions.length > 0) connection.attach(tail, position);
      else void this.#start().then((log) => connection.attach(log), this.#failed('log not read'));
      if (position !== undefined) this.#places.begin(connection, place);
      return connection;
    });
  }

  /** What a committed write has put into the log. */
  publish(events: readonly PublishedEvent[]): void {
    if (events.length === 0) return;
    if (this.#tail) this.#tail.take(events).catch(this.#failed('log not read'));
    else this.#starting?.then((tail) => tail.catchUp()).catch(this.#failed('log not read'));
  }

  /** Looks for what others have written, keeps the agents’ leases, and ends what is to end. */
  async tick(): Promise<void> {
    const now = this.#ports.now();
    for (const connection of this.#people) {
      this.#hear(connection);
      if (connection.expiresAt <= now) connection.close('token_expired');
      else if (now - connection.lastLifeAt > silenceMs) connection.close('client_silent');
      else {
        connection.ask();
        connection.cutIfSlow();
      }
    }
    await Promise.all([
      this.#tail?.catchUp().catch(this.#failed('log not read')),
      this.#renewLeases().catch(this.#failed('leases not renewed')),
      this.#endRevoked(now).catch(this.#failed('revoked tokens not looked for')),
      this.#tellPlaces(),
    ]);
  }

  /** Somebody types, here or at another hub of the workspace. */
  hearTyping({ agentId, data }: Typing): void {
    const { from, roomId } = data;
    for (const to of this.#people)
      if (
        isParty(to.caller, roomId, { agentId }) &&
        !(to.caller.sub === from.id && to.caller.role === from.role)
      )
        to.tell({ type: 'typing', data });
  }

  /** Ends all connections: the process stops. */
  stop(): void {
    for (const connection of this.#people) connection.close('going_away');
  }

  #connection(known: { id: string; lastLifeAt?: number }, admission: Admission, socket: Socket): Connection {
    return new Connection(known, admission, socket, this.#connectionPorts);
  }

  #add(connection: Connection): boolean {
    this.#hear(connection);
    return this.#people.add(connection, this.#ports.now());
  }

  #tailOptions() {
    const { openDatabase: open } = this.#ports;
    return { open, roomId: this.#roomId, onGrowth: () => this.#people.advance() };
  }

  #tellPlaces = (): Promise<void> => this.#places.tell().catch(this.#failed('queue places not told'));

  #start(): Promise<LogTail> {
    if (this.#starting) return this.#starting;
    const starting = LogTail.start(this.#tailOptions());
    this.#starting = starting;
    starting.then(
      (tail) => {
        if (this.#starting === starting) this.#tail = tail;
      },
      () => {
        if (this.#starting === starting) this.#starting = undefined;
      },
    );
    return starting;
  }

  #forget(connection: Connection): void {
    this.#hear(connection);
    this.#places.end(connection);
    this.#people.remove(connection);
    if (!this.#people.isEmpty) return;
    // With nobody there the log is not followed; the next to come starts at its end.
    this.#tail = undefined;
    this.#starting = undefined;
  }

  #hear({ caller, lastLifeAt }: Connection): void {
    if (caller.role === 'agent') this.#presence.heard(caller.sub, lastLifeAt);
  }

  async #endRevoked(now: number): Promise<void> {
    const all = [...this.#people];
    if (all.length === 0 || now - this.#revocationsCheckedAt < revocationCheckMs) return;
    this.#revocationsCheckedAt = now;
    const tokens = all.map((connection) => {
      const { caller, issuedAt } = connection;
      return { role: caller.role, sub: caller.sub, issuedAt, connection };
    });
    const revoked = await findRevoked(await this.#ports.openDatabase(), tokens);
    for (const { connection } of revoked) connection.close('token_revoked');
  }

  async #renewLeases(): Promise<void> {
    const { newId, now, openDatabase, publish } = this.#ports;
    const at = now();
    const leases = this.#presence.due(at);
    if (leases.length === 0) return;
    const changeId = newId();
    const command = { changeId, now: at, actorRole: 'system', actorId: 'live' };
    await renewLeases(publishing(await openDatabase(), changeId, publish), { ...command, leases });
    this.#presence.written(leases, at);
  }

  async #tellTyping(from: Connection, roomId: string): Promise<void> {
    const { sub: id, role, name } = from.caller;
    const parties = await this.#parties.of(await this.#ports.openDatabase(), roomId, this.#ports.now());
    if (!parties || !mayType(from.caller, roomId, parties)) return;
    const data = { roomId, from: { role, id, ...(name === undefined ? {} : { name }) } };
    const typing = { agentId: parties.agentId, data };
    this.hearTyping(typing);
    this.#ports.passTyping?.(typing);
  }

  #failed = (message: string) => (error: unknown) =>
    this.#ports.log({ level: 'error', message, requestId: 'live', error });
}
