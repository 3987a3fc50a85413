import {
  type ClientFrame,
  type LiveEvent,
  livePath,
  livePingMs,
  liveProtocol,
  liveTokenPrefix,
  type ServerFrame,
} from '@chat-ticket/contract';
import type { Live, LiveOptions, LiveState } from './options.ts';
import type { LiveSocket, LiveSocketConstructor } from './web-socket.ts';

/** Without any frame for this long after a ping, the connection is lost, even if no close was reported. */
const pongWithinMs = 10_000;
const connectWithinMs = 10_000;
const backoffBaseMs = 250;
const backoffCapMs = 15_000;
/** The desk’s own close codes begin here. Those of networks and restarts are lower. */
const firstDeskCloseCode = 4_000;

type Desk = {
  baseUrl: string;
  token: () => string | undefined | Promise<string | undefined>;
  WebSocket: LiveSocketConstructor;
};

/** Opens the live channel of a desk. */
export function openLive(desk: Desk, options: LiveOptions): Live {
  const channel = new LiveChannel(desk, options);
  channel.connect();
  return {
    get seq() {
      return channel.seq;
    },
    typing: (roomId) => channel.typing(roomId),
    close: () => channel.close(),
  };
}

class LiveChannel {
  readonly #desk: Desk;
  readonly #options: LiveOptions;
  seq: number | undefined;
  #socket: LiveSocket | undefined;
  #failures = 0;
  #isClosed = false;
  /** The events that arrive while the app loads its state; undefined at other times. */
  #heldEvents: LiveEvent[] | undefined;
  #lastFrameAt = 0;
  #wasReady = false;
  #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(desk: Desk, options: LiveOptions) {
    this.#desk = desk;
    this.#options = options;
    this.seq = options.resumeFrom;
  }

  connect(): void {
    this.#reportState('connecting');
    void this.#openSocket().catch((error: unknown) => this.#reconnect(`no connection: ${String(error)}`));
  }

  typing(roomId: string): void {
    if (this.#socket) this.#send({ type: 'typing', roomId });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#disconnect();
    this.#reportState('closed');
    this.#isClosed = true;
  }

  async #openSocket(): Promise<void> {
    const token = await this.#desk.token();
    if (this.#isClosed) return;
    const url = `${this.#desk.baseUrl.replace(/^http/, 'ws')}${livePath}`;
    const protocols = token === undefined ? [liveProtocol] : [liveProtocol, liveTokenPrefix + token];
    const socket = new this.#desk.WebSocket(url, protocols);
    this.#socket = socket;
    this.#wasReady = false;
    this.#after(connectWithinMs, () => this.#reconnect('no response'));
    const isCurrent = () => this.#socket === socket;
    socket.addEventListener('message', ({ data }) => {
      if (isCurrent()) this.#receive(JSON.parse(String(data)) as ServerFrame);
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (!isCurrent()) return;
      // A close by the desk with its own code can repeat at once, so it does not shorten the backoff.
      if (this.#wasReady && code < firstDeskCloseCode) this.#failures = 0;
      this.#reconnect(reason || `closed with ${code}`);
    });
    // A close follows each error. Without a listener, Node treats the error as uncaught.
    socket.addEventListener('error', () => {});
  }

  #receive(frame: ServerFrame): void {
    this.#lastFrameAt = Date.now();
    if ('seq' in frame) this.#handleEvent(frame);
    else if (frame.type === 'ready') this.#resume(frame.data.seq);
    else if (frame.type === 'reset') this.#reset(frame.data.seq);
    else if (frame.type === 'typing') this.#options.onTyping?.(frame.data);
    else if (frame.type === 'queue') this.#options.onQueue?.(frame.data);
    else if (frame.type === 'ping') this.#send({ type: 'ping' });
    else if (frame.type === 'pong') this.#advance(frame.data?.seq);
  }

  #resume(lastSeq: number): void {
    this.#wasReady = true;
    this.#clearTimers();
    this.#keepPinging();
    // Resuming before the app loads its state leaves no gap between the two.
    this.#send({ type: 'resume', seq: this.seq ?? lastSeq });
    this.#reportState('live');
    if (this.seq === undefined) this.#reset(lastSeq);
  }

  #handleEvent(event: LiveEvent): void {
    if (this.#heldEvents) this.#heldEvents.push(event);
    else if (this.seq !== undefined && event.seq > this.seq) {
      this.seq = event.seq;
      this.#options.onEvent(event);
    }
  }

  /** The caller may see no other event up to `seq`, so that a later resume need not search them. */
  #advance(seq: number | undefined): void {
    if (seq !== undefined && this.seq !== undefined && seq > this.seq) this.seq = seq;
  }

  #reset(seq: number): void {
    const socket = this.#socket;
    this.seq = undefined;
    this.#heldEvents = [];
    Promise.resolve()
      .then(() => this.#options.onReset())
      .then(
        () => {
          if (this.#socket !== socket || !this.#heldEvents) return;
          const held = this.#heldEvents;
          this.#heldEvents = undefined;
          this.seq = seq;
          for (const event of held) if (!this.#isClosed) this.#handleEvent(event);
        },
        (error: unknown) => {
          if (this.#socket === socket) this.#reconnect(`state not loaded: ${String(error)}`);
        },
      );
  }

  /** Shows the desk that the client is connected, and detects a lost connection. */
  #keepPinging(): void {
    this.#after(livePingMs, () => {
      const pingedAt = Date.now();
      this.#send({ type: 'ping' });
      this.#after(pongWithinMs, () => {
        if (this.#lastFrameAt < pingedAt) this.#reconnect('no response');
      });
      this.#keepPinging();
    });
  }

  #reconnect(reason: string): void {
    if (this.#isClosed) return;
    this.#disconnect();
    this.#reportState('waiting', reason);
    // Full jitter spreads the clients that the same restart has disconnected.
    const delayMs = Math.random() * Math.min(backoffCapMs, backoffBaseMs * 2 ** this.#failures);
    this.#failures += 1;
    this.#after(delayMs, () => this.connect());
  }

  #disconnect(): void {
    this.#clearTimers();
    const socket = this.#socket;
    this.#socket = undefined;
    this.#heldEvents = undefined;
    try {
      socket?.close(1000);
    } catch {
      // The socket was not open yet. Its listeners ignore it from now on.
    }
  }

  #send(frame: ClientFrame): void {
    try {
      this.#socket?.send(JSON.stringify(frame));
    } catch {
      // The socket is closing. Its close event follows.
    }
  }

  #reportState(state: LiveState, reason?: string): void {
    if (!this.#isClosed) this.#options.onState?.(state, reason);
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
