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
/** How many events may wait for the handler of the one before. */
const maxDueEvents = 1_000;
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

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

class LiveChannel {
  readonly #desk: Desk;
  readonly #options: LiveOptions;
  seq: number | undefined;
  #socket: LiveSocket | undefined;
  #failures = 0;
  #isClosed = false;
  /** The `seq` of the last event that is handled or waits in `#due`. */
  #received: number | undefined;
  /** The events that wait for the handler of the one before, and the positions that a pong gave. */
  #due: (LiveEvent | { seq: number; type: 'position' })[] = [];
  /** Resolves when the running handler has ended. It rejects only if `onError` throws. */
  #handling: Promise<void> | undefined;
  /** The events that arrive while the app loads its state; undefined at other times. */
  #heldEvents: LiveEvent[] | undefined;
  #lastFrameAt = 0;
  #wasReady = false;
  #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(desk: Desk, options: LiveOptions) {
    this.#desk = desk;
    this.#options = options;
    this.seq = options.resumeFrom;
    this.#received = options.resumeFrom;
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
    this.#send({ type: 'resume', seq: this.#received ?? lastSeq });
    this.#reportState('live');
    if (this.#received === undefined) this.#reset(lastSeq);
  }

  #handleEvent(event: LiveEvent): void {
    if (this.#heldEvents) this.#heldEvents.push(event);
    else this.#take(event);
  }

  /** The caller may see no other event up to `seq`, so that a later resume need not search them. */
  #advance(seq: number | undefined): void {
    if (seq !== undefined && !this.#heldEvents) this.#take({ seq, type: 'position' });
  }

  #take(due: LiveEvent | { seq: number; type: 'position' }): void {
    if (this.#received === undefined || due.seq <= this.#received) return;
    // The desk keeps the events. The client resumes at the last one that waits here.
    if (this.#due.length === maxDueEvents) return this.#reconnect('onEvent is slower than the events');
    this.#received = due.seq;
    this.#due.push(due);
    this.#handleDue();
  }

  /** Handles one event after the other. An event counts as handled when its handler has resolved. */
  #handleDue(): void {
    while (!this.#handling && !this.#isClosed) {
      const due = this.#due.shift();
      if (!due) return;
      try {
        const handled: unknown = due.type === 'position' ? undefined : this.#options.onEvent(due);
        if (isPromise(handled)) this.#waitFor(Promise.resolve(handled), due as LiveEvent);
        else this.seq = due.seq;
      } catch (error) {
        this.#failEvent(error, due as LiveEvent);
      }
    }
  }

  #waitFor(handled: Promise<unknown>, event: LiveEvent): void {
    const generation = this.#due;
    const isCurrent = () => this.#due === generation;
    this.#handling = handled
      .then(
        () => {
          if (isCurrent()) this.seq = event.seq;
        },
        (error: unknown) => this.#failEvent(error, event, isCurrent()),
      )
      .finally(() => {
        this.#handling = undefined;
        this.#handleDue();
      });
  }

  /** Reports the error and reconnects, because the event and those after it must be delivered again. */
  #failEvent(error: unknown, event: LiveEvent, mustRepeat = true): void {
    if (mustRepeat) {
      this.#due = [];
      this.#received = this.seq;
    }
    if (this.#isClosed) return;
    try {
      this.#options.onError?.(error, event);
    } finally {
      if (mustRepeat) this.#reconnect(`event not handled: ${String(error)}`);
    }
  }

  #reset(seq: number): void {
    const socket = this.#socket;
    const held: LiveEvent[] = [];
    this.seq = undefined;
    this.#received = undefined;
    this.#due = [];
    this.#heldEvents = held;
    // Another reset, a reconnect and `close()` replace or drop the held events.
    const isCurrent = () => this.#heldEvents === held;
    Promise.resolve(this.#handling)
      .then(() => (isCurrent() ? this.#options.onReset() : undefined))
      .then(
        () => {
          if (!isCurrent()) return;
          this.#heldEvents = undefined;
          this.seq = seq;
          this.#received = seq;
          // A handler that fails disconnects. The events after its own are delivered again then.
          for (const event of held) if (this.#socket === socket) this.#handleEvent(event);
        },
        (error: unknown) => {
          if (isCurrent()) this.#reconnect(`state not loaded: ${String(error)}`);
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
    if (this.#isClosed) return;
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
