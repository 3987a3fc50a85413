import {
  type ClientFrame,
  livePath,
  livePingMs,
  liveProtocol,
  liveTokenPrefix,
  type ServerFrame,
} from '@chat-ticket/contract';
import { findRefusal } from './find-refusal.ts';
import type { LiveDesk } from './live-desk.ts';
import { closed, closeName, failedCallback, type Loss, lossOf } from './loss.ts';
import type { LiveSocket } from './web-socket.ts';

/** Without any frame for this long after a ping, the connection is lost, even if no close was reported. */
const pongWithinMs = 10_000;
const connectWithinMs = 10_000;

/** What a connection reports. Nothing after it has ended. */
export type ConnectionHandlers = {
  /** Called with each frame but `ping`. The first one is `ready`. */
  readonly onFrame: (frame: ServerFrame) => void;
  /** Called once, when the connection did not open or is lost. */
  readonly onLost: (loss: Loss) => void;
};

/** One connection of the live channel, from the request for its token to its loss. */
export class Connection {
  readonly #desk: LiveDesk;
  readonly #handlers: ConnectionHandlers;
  readonly #ended = new AbortController();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #socket: LiveSocket | undefined;
  #isReady = false;
  #lastFrameAt = 0;

  /** Opens nothing until `open` is called. */
  constructor(desk: LiveDesk, handlers: ConnectionHandlers) {
    this.#desk = desk;
    this.#handlers = handlers;
  }

  /** Gets a token and opens the socket. */
  async open(): Promise<void> {
    let token: string | undefined;
    try {
      token = await this.#desk.token();
    } catch (error) {
      return this.#lose(failedCallback('token', error));
    }
    if (this.#ended.signal.aborted) return;
    try {
      this.#openSocket(token);
    } catch (error) {
      this.#lose(failedCallback('WebSocket', error));
    }
  }

  /** Sends a frame if the connection is open. */
  send(frame: ClientFrame): void {
    try {
      this.#socket?.send(JSON.stringify(frame));
    } catch {
      // The socket is closing. Its close event follows.
    }
  }

  /** Ends the connection. */
  end(): void {
    this.#ended.abort();
    this.#release();
  }

  #openSocket(token: string | undefined): void {
    const url = `${this.#desk.baseUrl.replace(/^http/, 'ws')}${livePath}`;
    const protocols = token === undefined ? [liveProtocol] : [liveProtocol, liveTokenPrefix + token];
    const socket = new this.#desk.WebSocket(url, protocols);
    this.#socket = socket;
    this.#after(connectWithinMs, () => void this.#findRefusal(token));
    const isCurrent = () => this.#socket === socket;
    socket.addEventListener('message', ({ data }) => {
      if (isCurrent()) this.#receive(JSON.parse(String(data)) as ServerFrame);
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (!isCurrent()) return;
      // A WebSocket that did not open does not say why.
      if (!this.#isReady && closeName(code) === undefined) return void this.#findRefusal(token);
      this.#lose(closed(code, reason));
    });
    // A close follows each error. Without a listener, Node treats the error as uncaught.
    socket.addEventListener('error', () => {});
  }

  /** The socket did not open. */
  async #findRefusal(token: string | undefined): Promise<void> {
    this.#release();
    const { baseUrl, fetch, timeoutMs } = this.#desk;
    const { signal } = this.#ended;
    try {
      const loss = await findRefusal({ baseUrl, token, fetch, timeoutMs, signal });
      this.#lose(loss);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #receive(frame: ServerFrame): void {
    this.#lastFrameAt = Date.now();
    if (frame.type === 'ping') return this.send({ type: 'ping' });
    if (frame.type === 'ready') {
      this.#isReady = true;
      this.#clearTimers();
      this.#keepPinging();
    }
    this.#handlers.onFrame(frame);
  }

  /** Shows the desk that the client is connected, and detects a lost connection. */
  #keepPinging(): void {
    this.#after(livePingMs, () => {
      const pingedAt = Date.now();
      this.send({ type: 'ping' });
      this.#after(pongWithinMs, () => {
        if (this.#lastFrameAt < pingedAt)
          this.#lose(lossOf({ reason: 'desk_silent' }, 'The desk did not answer a ping within 10 s.'));
      });
      this.#keepPinging();
    });
  }

  #lose(loss: Loss): void {
    if (this.#ended.signal.aborted) return;
    this.end();
    this.#handlers.onLost(loss);
  }

  /** Closes the socket, whose listeners ignore it from now on. */
  #release(): void {
    this.#clearTimers();
    const socket = this.#socket;
    this.#socket = undefined;
    try {
      socket?.close(1000);
    } catch {
      // The socket was not open yet.
    }
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
