import type { LiveEvent } from '@chat-ticket/contract';
import { type Principal, visibleFrame } from '@chat-ticket/domain';
import type { EventLogTail, Page } from './event-log-tail.ts';
import { isFull, isTooFarBehind } from './backlog.ts';
import { slowReaderGraceMs } from './limits.ts';
import type { Socket } from './socket.ts';

type ReaderPorts = { now: () => number; pause: (ms: number) => Promise<void> };

/**
 * One connection’s position in the event log. It advances as fast as the peer takes frames, so nothing is
 * queued in memory, whether the reader lags by one event or by a day of events.
 */
export class EventLogReader {
  readonly #log: EventLogTail;
  readonly #principal: Principal;
  readonly #socket: Socket;
  readonly #ports: ReaderPorts;
  readonly #onEvent: ((event: LiveEvent) => void) | undefined;
  #position: number | undefined;
  #isStopped = false;
  #isSending = false;
  #blockedSince: number | undefined;

  constructor(options: {
    log: EventLogTail;
    principal: Principal;
    socket: Socket;
    ports: ReaderPorts;
    /** Called for each event that the reader passes, whether the principal may see it or not. */
    onEvent?: ((event: LiveEvent) => void) | undefined;
    /** The position to resume from, when the runtime has lost the reader’s memory. */
    position?: number | undefined;
  }) {
    this.#log = options.log;
    this.#principal = options.principal;
    this.#socket = options.socket;
    this.#ports = options.ports;
    this.#onEvent = options.onEvent;
    this.#position = options.position;
  }

  /** The only room whose events the principal may see. Most events of the log can be of other rooms. */
  get #roomId(): string | undefined {
    return this.#principal.role === 'customer' ? this.#principal.room : undefined;
  }

  /** The `seq` up to which everything was sent; undefined before `start`. */
  get position(): number | undefined {
    return this.#position;
  }

  /** Sends the events after `seq`, then every new one. */
  async start(seq: number): Promise<void> {
    // Another process may have been ahead of this one.
    if (seq > this.#log.position) await this.#log.catchUp();
    const isReadable = seq <= this.#log.position && !(await this.#log.isTooFarBack(seq, this.#roomId));
    if (isReadable) this.#move(seq);
    else this.#reset();
    await this.advance();
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Sends new events. Buffered events that the peer takes are sent before this returns; the promise is of the rest. */
  advance(): Promise<void> | undefined {
    return this.#isSending || this.#sendBuffered() ? undefined : this.#sendRest();
  }

  /** Whether the peer takes nothing and is further behind than the limits allow. */
  isSlow(): boolean {
    if (this.#blockedSince === undefined || this.#position === undefined) return false;
    if (this.#ports.now() - this.#blockedSince < slowReaderGraceMs) return false;
    const { events, isComplete } = this.#log.allBufferedSince(this.#position);
    if (!isComplete) return true;
    const backlog = { ...this.#socket.backlog() };
    for (const event of events) {
      if (isTooFarBehind(backlog)) return true;
      const frame = event.frameFor(this.#principal);
      if (frame === null) continue;
      backlog.frames += 1;
      backlog.bytes += frame.length;
    }
    return isTooFarBehind(backlog);
  }

  async #sendRest(): Promise<void> {
    this.#isSending = true;
    try {
      while (!this.#sendBuffered()) {
        const position = this.#position!;
        const page = this.#log.bufferedAfter(position) ?? (await this.#log.readAfter(position, this.#roomId));
        if (!page) this.#reset();
        else while (!this.#isStopped && !this.#sendPage(page)) await this.#waitForPeer();
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** Sends from the buffer. Returns false when it has to read the log or wait for the peer. */
  #sendBuffered(): boolean {
    while (!this.#isStopped && this.#position !== undefined && this.#position < this.#log.position) {
      const page = this.#log.bufferedAfter(this.#position);
      if (!page || !this.#sendPage(page)) return false;
    }
    return true;
  }

  /** Sends a page. Returns false when the peer has to take some frames first: call it again then. */
  #sendPage({ events, end }: Page): boolean {
    for (const event of events) {
      if (event.seq <= this.#position!) continue;
      const frame = event.frameFor(this.#principal);
      if (frame !== null) {
        if (this.#isBlocked()) return false;
        this.#socket.send(frame);
      }
      this.#position = event.seq;
      this.#onEvent?.(event.event);
    }
    this.#move(end);
    return true;
  }

  #move(position: number): void {
    this.#position = position;
    this.#socket.savePosition?.(position);
  }

  /** Sends `reset`: the event log does not reach back to the client’s position. */
  #reset(): void {
    const seq = this.#log.position;
    this.#move(seq);
    if (this.#isStopped) return;
    this.#socket.send(JSON.stringify(visibleFrame(this.#principal, { type: 'reset', data: { seq } })));
  }

  #isBlocked(): boolean {
    if (isFull(this.#socket.backlog())) return true;
    this.#blockedSince = undefined;
    return false;
  }

  /** The first wait is one turn of the event loop: a socket that keeps up has written everything by then. */
  async #waitForPeer(): Promise<void> {
    await this.#ports.pause(this.#blockedSince === undefined ? 0 : 10);
    this.#blockedSince ??= this.#ports.now();
  }
}
