import type { ControlFrame, LiveEvent } from '@chat-ticket/contract';
import type { Caller } from '@chat-ticket/domain';
import { maxBehindBytes, maxBehindFrames, pauseAtBytes, pauseAtFrames, readerPatienceMs } from './limits.ts';
import type { LogTail, Page } from './event-log-tail.ts';
import type { Socket } from './socket.ts';

type ReaderPorts = { now: () => number; pause: (ms: number) => Promise<void> };

/**
 * A position in the log that moves on as fast as the other side takes what is sent. So nothing is queued,
 * whether the reader lags behind by an event or by a day.
 */
export class LogReader {
  readonly #log: LogTail;
  readonly #caller: Caller;
  readonly #socket: Socket;
  readonly #ports: ReaderPorts;
  readonly #onEvent: ((event: LiveEvent) => void) | undefined;
  #position: number | undefined;
  #isStopped = false;
  #isSending = false;
  #blockedSince: number | undefined;

  constructor(options: {
    log: LogTail;
    caller: Caller;
    socket: Socket;
    ports: ReaderPorts;
    /** It has come past this, whether the caller was told of it or not. */
    onEvent?: ((event: LiveEvent) => void) | undefined;
    /** Where it was before the runtime forgot it. */
    position?: number | undefined;
  }) {
    this.#log = options.log;
    this.#caller = options.caller;
    this.#socket = options.socket;
    this.#ports = options.ports;
    this.#onEvent = options.onEvent;
    this.#position = options.position;
  }

  /** Everything up to here was sent; undefined before the start. */
  get position(): number | undefined {
    return this.#position;
  }

  /** Sends what follows `seq`, and then whatever comes. */
  async start(seq: number): Promise<void> {
    // Another process may have been ahead of this one.
    if (seq > this.#log.position) await this.#log.catchUp();
    if (seq > this.#log.position) this.#reset();
    else this.#move(seq);
    await this.advance();
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** The log has grown. What is at hand and fits is sent before this returns; the promise is of the rest. */
  advance(): Promise<void> | undefined {
    return this.#isSending || this.#sendKept() ? undefined : this.#sendRest();
  }

  /** Whether the reader takes nothing and is further behind than anyone may be. */
  isSlow(): boolean {
    if (this.#blockedSince === undefined || this.#position === undefined) return false;
    if (this.#ports.now() - this.#blockedSince < readerPatienceMs) return false;
    const { entries, isWhole } = this.#log.keptSince(this.#position);
    let { frames, bytes } = this.#socket.backlog();
    for (const entry of entries) {
      const frame = entry.frameFor(this.#caller);
      if (frame === null) continue;
      frames += 1;
      bytes += frame.length;
    }
    return !isWhole || frames > maxBehindFrames || bytes > maxBehindBytes;
  }

  async #sendRest(): Promise<void> {
    this.#isSending = true;
    try {
      while (!this.#sendKept()) {
        const position = this.#position!;
        const page = this.#log.keptAfter(position) ?? (await this.#log.readAfter(position));
        if (!page) this.#reset();
        else while (!this.#isStopped && !this.#sendPage(page)) await this.#waitForReader();
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** Goes through what is kept in memory, most of which is none of its business; false: not to the end. */
  #sendKept(): boolean {
    while (!this.#isStopped && this.#position !== undefined && this.#position < this.#log.position) {
      const page = this.#log.keptAfter(this.#position);
      if (!page || !this.#sendPage(page)) return false;
    }
    return true;
  }

  /** False where the other side has to take something first; then it is to be called again. */
  #sendPage({ entries, end }: Page): boolean {
    for (const entry of entries) {
      if (entry.seq <= this.#position!) continue;
      const frame = entry.frameFor(this.#caller);
      if (frame !== null) {
        if (this.#isFull()) return false;
        this.#socket.send(frame);
      }
      this.#position = entry.seq;
      this.#onEvent?.(entry.event);
    }
    this.#move(end);
    return true;
  }

  #move(position: number): void {
    this.#position = position;
    this.#socket.keep?.(position);
  }

  /** The log does not reach back to where the reader was. */
  #reset(): void {
    const seq = this.#log.position;
    this.#move(seq);
    if (!this.#isStopped)
      this.#socket.send(JSON.stringify({ type: 'reset', data: { seq } } satisfies ControlFrame));
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
}
