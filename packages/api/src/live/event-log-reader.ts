import type { LiveEvent } from '@chat-ticket/contract';
import { type Principal, visibleFrame } from '@chat-ticket/domain';
import type { RoomEnd } from '@chat-ticket/storage';
import type { EventLogTail, Page } from './event-log-tail.ts';
import { isFull, isTooFarBehind } from './backlog.ts';
import { slowReaderGraceMs } from './limits.ts';
import type { Socket } from './socket.ts';

/** The room of a customer. Nobody else is confined to one. */
export const roomOf = ({ role, room }: Principal): string | undefined =>
  role === 'customer' ? room : undefined;

type ReaderPorts = { now: () => number; pause: (ms: number) => Promise<void> };

/**
 * One connection’s position in the event log. It advances as fast as the peer takes frames, so nothing is
 * queued in memory, whether the reader lags by one event or by a day of events.
 *
 * A customer never learns this position, because it shows how much happens at the desk. Its own position is the number
 * of the last event that it got, among those of its room that customers get.
 */
export class EventLogReader {
  readonly #log: EventLogTail;
  readonly #principal: Principal;
  readonly #socket: Socket;
  readonly #ports: ReaderPorts;
  readonly #onEvent: ((event: LiveEvent) => void) | undefined;
  /** The only room whose events the principal may see; undefined unless it is a customer. */
  readonly #roomId: string | undefined;
  /** Where the room’s part of the event log ended when the connection opened. */
  readonly #roomEnd: RoomEnd | undefined;
  #position: number | undefined;
  /** The customer’s own position; undefined before `start`, and while the runtime has lost it. */
  #customerSeq: number | undefined;
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
    /** Where the customer’s room ended when the connection opened, if that was read. */
    roomEnd?: RoomEnd | undefined;
  }) {
    this.#log = options.log;
    this.#principal = options.principal;
    this.#socket = options.socket;
    this.#ports = options.ports;
    this.#onEvent = options.onEvent;
    this.#position = options.position;
    this.#roomEnd = options.roomEnd;
    this.#roomId = roomOf(options.principal);
  }

  /** The `seq` up to which everything was sent, as the client knows it; undefined before `start`, or if unknown. */
  get position(): number | undefined {
    return this.#roomId === undefined ? this.#position : this.#customerSeq;
  }

  /** Sends the events after `seq`, then every new one. */
  async start(seq: number): Promise<void> {
    await (this.#roomId === undefined ? this.#startAt(seq) : this.#startInRoom(seq, this.#roomId));
    await this.advance();
  }

  async #startAt(seq: number): Promise<void> {
    // Another process may have been ahead of this one.
    if (seq > this.#log.position) await this.#log.catchUp();
    if (seq <= this.#log.position && !this.#log.isTooFarBack(seq)) this.#move(seq);
    else this.#reset(this.#log.position);
  }

  async #startInRoom(customerSeq: number, roomId: string): Promise<void> {
    const known = this.#roomEnd;
    const isAtKnownEnd = known?.lastCustomerSeq === customerSeq && !this.#log.isTooFarBack(known.last);
    const { end, start } = isAtKnownEnd
      ? { end: known, start: known.last }
      : await this.#log.findCustomerStart(roomId, customerSeq);
    if (start === null) return this.#resetInRoom(end);
    this.#customerSeq = customerSeq;
    this.#move(start);
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
        const page = this.#log.bufferedAfter(position) ?? (await this.#readAfter(position));
        if (!page) await this.#loseEvents();
        else while (!this.#isStopped && !this.#sendPage(page)) await this.#waitForPeer();
      }
    } finally {
      this.#isSending = false;
    }
  }

  #readAfter(position: number): Promise<Page | null> {
    return this.#roomId === undefined
      ? this.#log.readAfter(position)
      : this.#log.readRoomAfter(position, this.#roomId, this.#customerSeq);
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
      if (event.customerSeq !== null && event.event.data['roomId'] === this.#roomId)
        this.#customerSeq = event.customerSeq;
      this.#onEvent?.(event.event);
    }
    this.#move(end);
    return true;
  }

  #move(position: number): void {
    this.#position = position;
    this.#socket.savePosition?.(position);
  }

  /** The event log no longer has the events after the client’s position. */
  async #loseEvents(): Promise<void> {
    if (this.#roomId === undefined) this.#reset(this.#log.position);
    else this.#resetInRoom(await this.#log.readRoomEnd(this.#roomId));
  }

  #resetInRoom({ last, lastCustomerSeq }: RoomEnd): void {
    this.#customerSeq = lastCustomerSeq;
    this.#reset(last, lastCustomerSeq);
  }

  /** Moves to a position and sends `reset` with it, or with the customer’s own position. */
  #reset(position: number, seq = position): void {
    this.#move(position);
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
