import {
  ClientFrame,
  type ControlFrame,
  type LiveClose,
  type LiveEvent,
  liveCloses,
  livePingMs,
  maxClientFrameBytes,
} from '@chat-ticket/contract';
import { type Principal, visibleFrame } from '@chat-ticket/domain';
import type { RoomEnd } from '@chat-ticket/storage';
import * as v from 'valibot';
import type { VerifiedToken } from '../auth/create-token-verifier.ts';
import { parsing } from '../request/parsing.ts';
import { parseJson } from '../request/read-json.ts';
import { EventLogReader } from './event-log-reader.ts';
import type { EventLogTail } from './event-log-tail.ts';
import { isFull, isTooFarBehind } from './backlog.ts';
import { FrameAllowance } from './frame-allowance.ts';
import { slowReaderGraceMs, typingIntervalMs } from './limits.ts';
import type { Socket } from './socket.ts';

/** What a connection needs from its hub. */
export type ConnectionPorts = {
  now: () => number;
  pause: (ms: number) => Promise<void>;
  /** The principal types in a room. */
  onTyping: (from: Connection, roomId: string) => void;
  /** The client has sent `resume` and got what it had missed. */
  onResumed: (connection: Connection) => void;
  /** A customer’s connection has passed an event, whether the customer may see it or not. */
  onEvent: (connection: Connection, event: LiveEvent) => void;
  /** The connection is closed, by either side. */
  onClosed: (connection: Connection) => void;
  onError: (error: unknown) => void;
};

/** One live connection of a principal, from `ready` to its close. */
export class Connection {
  readonly id: string;
  readonly principal: Principal;
  /** When its token was issued, in seconds since 1970; 0: the token does not say. */
  readonly issuedAt: number;
  /** When its token expires, in ms since 1970. */
  readonly expiresAt: number;
  /** When the client was last heard from, in ms since 1970. */
  lastSeenAt: number;
  /** Why the desk closed the connection. Undefined: it is open, or the client closed it or is lost. */
  closedBecause: LiveClose | undefined;
  /** The WebSocket close code. Undefined while the connection is open. */
  closeCode: number | undefined;
  readonly #socket: Socket;
  readonly #ports: ConnectionPorts;
  #reader: EventLogReader | undefined;
  #isOpen = true;
  #isResumed = false;
  #typedAt = 0;
  #pingedAt = 0;
  readonly #allowance: FrameAllowance;
  /** One pong at most is in flight. Pings that arrive meanwhile share the next one. */
  #isPongInFlight = false;
  #isPongDue = false;
  #behindSince: number | undefined;

  constructor(
    { id, lastSeenAt }: { id: string; lastSeenAt?: number },
    { principal, issuedAt, expiresAt }: VerifiedToken,
    socket: Socket,
    ports: ConnectionPorts,
  ) {
    this.id = id;
    this.principal = principal;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.#socket = socket;
    this.#ports = ports;
    this.lastSeenAt = lastSeenAt ?? ports.now();
    this.#allowance = new FrameAllowance(ports.now());
  }

  /** Sends `ready` as soon as the end of the event log is known, and for a customer that of its room’s part. */
  async sendReady(tail: Promise<EventLogTail>, roomEnd?: Promise<RoomEnd>): Promise<void> {
    try {
      const [log, end] = await Promise.all([tail, roomEnd]);
      this.attach(log, { roomEnd: end });
      const seq = end?.lastCustomerSeq ?? log.position;
      this.send({ type: 'ready', data: { seq, connectionId: this.id } });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Reads from this log. A `position` resumes a connection whose memory the runtime has lost. */
  attach(
    log: EventLogTail,
    { position, roomEnd }: { position?: number | undefined; roomEnd?: RoomEnd | undefined } = {},
  ): void {
    const { principal } = this;
    this.#isResumed = position !== undefined;
    this.#reader = new EventLogReader({
      log,
      principal,
      socket: this.#socket,
      ports: this.#ports,
      // Only customers get queue places, which depend on events that customers do not see.
      onEvent: principal.role === 'customer' ? (event) => this.#ports.onEvent(this, event) : undefined,
      position,
      roomEnd,
    });
  }

  /** Sends a frame. Calls `onWritten` as the socket does. */
  send(frame: ControlFrame, onWritten?: () => void): void {
    if (this.#isOpen) this.#socket.send(JSON.stringify(visibleFrame(this.principal, frame)), onWritten);
  }

  /** Sends a frame that loses its meaning with time. Drops it when the peer is behind. */
  sendIfFree(frame: ControlFrame): void {
    if (!isFull(this.#socket.backlog())) this.send(frame);
  }

  /** Stores the customer’s last sent place in the queue; null: the customer does not wait. */
  saveQueuePlace(place: string | null): void {
    if (this.#isOpen) this.#socket.saveQueuePlace?.(place);
  }

  /** Records that the client was heard from. A pong is enough. */
  touch(at = this.#ports.now()): void {
    this.lastSeenAt = Math.max(this.lastSeenAt, at);
  }

  /** Moves all times, because the clock has changed by this much. */
  moveClock(ms: number): void {
    this.lastSeenAt += ms;
    this.#pingedAt += ms;
    this.#typedAt += ms;
  }

  /** Pings a client that was silent for `livePingMs`. */
  pingIfIdle(): void {
    const now = this.#ports.now();
    if (now - Math.max(this.lastSeenAt, this.#pingedAt) < livePingMs) return;
    this.#pingedAt = now;
    this.#socket.ping();
  }

  /** Handles a frame of the client. Any frame outside the contract closes the connection. */
  receive(text: string): void {
    if (!this.receiveControl()) return;
    if (text.length > maxClientFrameBytes) return this.close('frame_too_large');
    const frame = parseFrame(text);
    if (frame?.type === 'ping') this.#pong();
    else if (frame?.type === 'typing') this.#type(frame.roomId);
    else if (frame?.type === 'resume' && this.#reader && !this.#isResumed) {
      this.#isResumed = true;
      this.#reader.start(frame.seq).then(
        () => this.#isOpen && this.#ports.onResumed(this),
        (error) => this.#fail(error),
      );
    } else this.close('frame_invalid');
  }

  /**
   * Handles a ping or pong of the WebSocket protocol. Returns false when the connection is closed, or was closed because
   * the client sends too many frames.
   */
  receiveControl(): boolean {
    if (!this.#isOpen) return false;
    this.touch();
    if (this.#allowance.take(this.#ports.now())) return true;
    this.close('too_many_frames');
    return false;
  }

  /** Sends what the event log has gained. */
  advance(): void {
    this.#reader?.advance()?.catch((error) => this.#fail(error));
  }

  /** Disconnects a reader that is too far behind. */
  closeIfSlow(): void {
    const now = this.#ports.now();
    if (!isTooFarBehind(this.#socket.backlog())) this.#behindSince = undefined;
    else this.#behindSince ??= now;
    const isBehind = this.#behindSince !== undefined && now - this.#behindSince >= slowReaderGraceMs;
    if (isBehind || this.#reader?.isSlow()) this.close('reader_slow');
  }

  close(why: LiveClose): void {
    if (!this.#isOpen) return;
    this.closedBecause = why;
    this.#socket.close(why);
    this.handleClose(liveCloses[why].code);
  }

  /** The app calls this when the socket has closed, with the code that the client sent. */
  handleClose(code?: number): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.closeCode = code;
    this.#reader?.stop();
    this.#ports.onClosed(this);
  }

  #pong(): void {
    this.#isPongDue = this.#isPongInFlight;
    if (this.#isPongInFlight || !this.#isOpen) return;
    this.#isPongInFlight = true;
    this.send({ type: 'pong', data: { seq: this.#reader?.position } }, this.#onPongWritten);
  }

  readonly #onPongWritten = (): void => {
    this.#isPongInFlight = false;
    if (this.#isPongDue) this.#pong();
  };

  #type(roomId: string): void {
    const now = this.#ports.now();
    if (now - this.#typedAt < typingIntervalMs) return;
    this.#typedAt = now;
    this.#ports.onTyping(this, roomId);
  }

  #fail(error: unknown): void {
    this.#ports.onError(error);
    this.close('internal_error');
  }
}

function parseFrame(text: string): ClientFrame | undefined {
  try {
    const result = v.safeParse(ClientFrame, parseJson(text), parsing);
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
