import {
  ClientFrame,
  type ControlFrame,
  type LiveClose,
  livePingMs,
  maxClientFrameBytes,
} from '@chat-ticket/contract';
import type { Caller } from '@chat-ticket/domain';
import * as v from 'valibot';
import type { Admission } from './admission.ts';
import {
  maxBehindBytes,
  maxBehindFrames,
  pauseAtBytes,
  pauseAtFrames,
  readerPatienceMs,
  typingIntervalMs,
} from './limits.ts';
import type { LogTail, Page } from './log-tail.ts';
import type { Socket } from './socket.ts';

export type ConnectionPorts = {
  now: () => number;
  pause: (ms: number) => Promise<void>;
  /** Passes on that the caller types. */
  typing: (from: Connection, roomId: string) => void;
  /** The connection is over, whoever ended it. */
  ended: (connection: Connection) => void;
  failed: (error: unknown) => void;
};

/**
 * One person’s connection: a position in the log that moves on as fast as its reader takes what is sent. So
 * nothing is queued for it, whether it lags behind by one event or by a day.
 */
export class Connection {
  readonly id: string;
  readonly caller: Caller;
  readonly expiresAt: number;
  readonly #socket: Socket;
  readonly #ports: ConnectionPorts;
  readonly #tail: Promise<LogTail>;
  lastLifeAt: number;
  #position: number | undefined;
  #log: LogTail | undefined;
  #isOpen = true;
  #isSending = false;
  #isResuming = false;
  #blockedSince: number | undefined;
  #typedAt = 0;
  #askedAt = 0;

  constructor(
    id: string,
    { caller, expiresAt }: Admission,
    socket: Socket,
    tail: Promise<LogTail>,
    ports: ConnectionPorts,
  ) {
    this.id = id;
    this.caller = caller;
    this.expiresAt = expiresAt;
    this.#socket = socket;
    this.#tail = tail;
    this.#ports = ports;
    this.lastLifeAt = ports.now();
  }

  /** Says `ready` as soon as the log’s position is known. */
  async greet(): Promise<void> {
    const log = await this.#tail;
    this.#log = log;
    this.tell({ type: 'ready', data: { seq: log.position, connectionId: this.id } });
  }

  tell(frame: ControlFrame): void {
    if (this.#isOpen) this.#socket.send(JSON.stringify(frame));
  }

  /** Something came from the other side, a pong at least. */
  alive(): void {
    this.lastLifeAt = this.#ports.now();
  }

  /** Asks who has been silent for a while whether it is still there. */
  ask(): void {
    const now = this.#ports.now();
    if (now - Math.max(this.lastLifeAt, this.#askedAt) < livePingMs) return;
    this.#askedAt = now;
    this.#socket.ping();
  }

  /** Takes a frame of the client. */
  async receive(text: string): Promise<void> {
    if (!this.#isOpen) return;
    this.alive();
    const frame = parseFrame(text);
    if (frame?.type === 'ping') this.tell({ type: 'pong', data: { seq: this.#position } });
    else if (frame?.type === 'typing') this.#type(frame.roomId);
    else if (frame?.type === 'resume' && this.#log && !this.#isResuming)
      await this.#resume(frame.seq, this.#log);
    else this.close('frame_invalid');
  }

  /** The log has grown. */
  advance(): void {
    if (this.#position !== undefined && !this.#isSending) void this.#send();
  }

  /** Ends a connection whose reader takes nothing and is further behind than anyone may be. */
  cutIfSlow(): void {
    if (this.#blockedSince === undefined || this.#position === undefined || !this.#log) return;
    if (this.#ports.now() - this.#blockedSince < readerPatienceMs) return;
    const { entries, isWhole } = this.#log.keptSince(this.#position);
    let { frames, bytes } = this.#socket.backlog();
    for (const entry of entries) {
      const frame = entry.frameFor(this.caller);
      if (frame === null) continue;
      frames += 1;
      bytes += frame.length;
    }
    if (!isWhole || frames > maxBehindFrames || bytes > maxBehindBytes) this.close('reader_slow');
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
    this.#ports.ended(this);
  }

  async #resume(seq: number, log: LogTail): Promise<void> {
    this.#isResuming = true;
    try {
      // Another process may have been ahead of this one.
      if (seq > log.position) await log.catchUp();
      if (seq > log.position) this.#reset(log);
      else this.#position = seq;
    } catch (error) {
      this.#fail(error);
    }
    await this.#send();
  }

  #reset(log: LogTail): void {
    this.#position = log.position;
    this.tell({ type: 'reset', data: { seq: log.position } });
  }

  async #send(): Promise<void> {
    const log = this.#log;
    if (!log || this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#isOpen && this.#position !== undefined && this.#position < log.position) {
        if (this.#isFull()) {
          await this.#waitForReader();
          continue;
        }
        const position = this.#position;
        const page = log.keptAfter(position) ?? (await log.readAfter(position));
        if (!page) this.#reset(log);
        else this.#sendPage(page);
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isSending = false;
    }
  }

  #sendPage({ entries, end }: Page): void {
    for (const entry of entries) {
      const frame = entry.frameFor(this.caller);
      if (frame !== null && this.#isOpen) this.#socket.send(frame);
    }
    this.#position = end;
  }

  #isFull(): boolean {
    const { frames, bytes } = this.#socket.backlog();
    const isFull = frames >= pauseAtFrames || bytes >= pauseAtBytes;
    if (!isFull) this.#blockedSince = undefined;
    return isFull;
  }

  /** First for the next turn alone: a socket that keeps up has written all by then. */
  async #waitForReader(): Promise<void> {
    await this.#ports.pause(this.#blockedSince === undefined ? 0 : 10);
    this.#blockedSince ??= this.#ports.now();
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
  if (text.length > maxClientFrameBytes) return undefined;
  try {
    const result = v.safeParse(ClientFrame, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
