import {
  ClientFrame,
  type ControlFrame,
  type LiveClose,
  type LiveEvent,
  livePingMs,
  maxClientFrameBytes,
} from '@chat-ticket/contract';
import type { Caller } from '@chat-ticket/domain';
import * as v from 'valibot';
import type { Admission } from './admission.ts';
import { typingIntervalMs } from './limits.ts';
import { LogReader } from './event-log-reader.ts';
import type { LogTail } from './event-log-tail.ts';
import type { Socket } from './socket.ts';

/** The same for all connections of a hub. */
export type ConnectionPorts = {
  now: () => number;
  pause: (ms: number) => Promise<void>;
  /** Passes on that the caller types. */
  typing: (from: Connection, roomId: string) => void;
  /** The client has said from where, and was sent what it had missed. */
  resumed: (connection: Connection) => void;
  /** What is sent has come past this, whether the caller is told of it or not. */
  passed: (connection: Connection, event: LiveEvent) => void;
  /** The connection is over, whoever ended it. */
  ended: (connection: Connection) => void;
  failed: (error: unknown) => void;
};

/** One person’s connection, from `ready` to its close. */
export class Connection {
  readonly id: string;
  readonly caller: Caller;
  readonly issuedAt: number;
  readonly expiresAt: number;
  lastLifeAt: number;
  readonly #socket: Socket;
  readonly #ports: ConnectionPorts;
  #reader: LogReader | undefined;
  #isOpen = true;
  #isResumed = false;
  #typedAt = 0;
  #askedAt = 0;

  constructor(
    { id, lastLifeAt }: { id: string; lastLifeAt?: number },
    { caller, issuedAt, expiresAt }: Admission,
    socket: Socket,
    ports: ConnectionPorts,
  ) {
    this.id = id;
    this.caller = caller;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.#socket = socket;
    this.#ports = ports;
    this.lastLifeAt = lastLifeAt ?? ports.now();
  }

  /** Says `ready` as soon as the end of the log is known. */
  async greet(tail: Promise<LogTail>): Promise<void> {
    try {
      const log = await tail;
      this.attach(log);
      this.tell({ type: 'ready', data: { seq: log.position, connectionId: this.id } });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Reads from this log; where the client had resumed before the runtime forgot it, from where it was. */
  attach(log: LogTail, position?: number): void {
    const { caller } = this;
    this.#isResumed = position !== undefined;
    this.#reader = new LogReader({
      log,
      caller,
      socket: this.#socket,
      ports: this.#ports,
      // Only of customers is more to be told than what they hear.
      onEvent: caller.role === 'customer' ? (event) => this.#ports.passed(this, event) : undefined,
      position,
    });
  }

  tell(frame: ControlFrame): void {
    if (this.#isOpen) this.#socket.send(JSON.stringify(frame));
  }

  /** Stores which place in the queue was told last; null: it does not wait. */
  keepPlace(place: string | null): void {
    if (this.#isOpen) this.#socket.keepPlace?.(place);
  }

  /** Something came from the other side, a pong at least. */
  alive(at = this.#ports.now()): void {
    this.lastLifeAt = Math.max(this.lastLifeAt, at);
  }

  /** Asks who has been silent for a while whether it is still there. */
  ask(): void {
    const now = this.#ports.now();
    if (now - Math.max(this.lastLifeAt, this.#askedAt) < livePingMs) return;
    this.#askedAt = now;
    this.#socket.ping();
  }

  /** Takes a frame of the client. */
  receive(text: string): void {
    if (!this.#isOpen) return;
    this.alive();
    if (text.length > maxClientFrameBytes) return this.close('frame_too_large');
    const frame = parseFrame(text);
    if (frame?.type === 'ping') this.tell({ type: 'pong', data: { seq: this.#reader?.position } });
    else if (frame?.type === 'typing') this.#type(frame.roomId);
    else if (frame?.type === 'resume' && this.#reader && !this.#isResumed) {
      this.#isResumed = true;
      this.#reader.start(frame.seq).then(
        () => this.#isOpen && this.#ports.resumed(this),
        (error) => this.#fail(error),
      );
    } else this.close('frame_invalid');
  }

  /** The log has grown. */
  advance(): void {
    this.#reader?.advance()?.catch((error) => this.#fail(error));
  }

  cutIfSlow(): void {
    if (this.#reader?.isSlow()) this.close('reader_slow');
  }

  close(why: LiveClose): void {
    if (!this.#isOpen) return;
    this.#socket.close(why);
    this.ended();
  }

  /** The socket is closed. */
  ended(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#reader?.stop();
    this.#ports.ended(this);
  }

  #type(roomId: string): void {
    const now = this.#ports.now();
    if (now - this.#typedAt < typingIntervalMs) return;
    this.#typedAt = now;
    this.#ports.typing(this, roomId);
  }

  #fail(error: unknown): void {
    this.#ports.failed(error);
    this.close('internal_error');
  }
}

function parseFrame(text: string): ClientFrame | undefined {
  try {
    const result = v.safeParse(ClientFrame, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
