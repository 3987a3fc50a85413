import {
  type LiveEvent,
  livePath,
  livePingMs,
  liveProtocol,
  liveTokenPrefix,
  type ServerFrame,
} from '@chat-ticket/contract';
import type { Live, LiveOptions, LiveState } from './options.ts';
import type { LiveSocket, LiveSocketConstructor } from './web-socket.ts';

/** Nothing heard for so long after a ping: the connection is gone, though nobody said so. */
const pongWithinMs = 10_000;
const connectWithinMs = 10_000;
const backoffBaseMs = 250;
const backoffCapMs = 15_000;
/** The desk’s own reasons to close; a network and a restart have lower ones. */
const ownCloseCodes = 4_000;

type Desk = {
  baseUrl: string;
  token: () => string | undefined | Promise<string | undefined>;
  WebSocket: LiveSocketConstructor;
};

/** Follows what happens at the desk. */
export function openLive(desk: Desk, options: LiveOptions): Live {
  const follower = new Follower(desk, options);
  follower.connect();
  return {
    get seq() {
      return follower.seq;
    },
    typing: (roomId) => follower.typing(roomId),
    close: () => follower.close(),
  };
}

class Follower {
  readonly #desk: Desk;
  readonly #options: LiveOptions;
  seq: number | undefined;
  #socket: LiveSocket | undefined;
  #failures = 0;
  #isClosed = false;
  /** Events that came while the app loads its state; undefined when it does not. */
  #held: LiveEvent[] | undefined;
  #heardAt = 0;
  #wasReady = false;
  #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(desk: Desk, options: LiveOptions) {
    this.#desk = desk;
    this.#options = options;
    this.seq = options.resumeFrom;
  }

  connect(): void {
    this.#tell('connecting');
    void this.#open().catch((error: unknown) => this.#lost(`no connection: ${String(error)}`));
  }

  typing(roomId: string): void {
    if (this.#socket) this.#send({ type: 'typing', roomId });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#drop();
    this.#tell('closed');
    this.#isClosed = true;
  }

  async #open(): Promise<void> {
    const token = await this.#desk.token();
    if (this.#isClosed) return;
    const url = `${this.#desk.baseUrl.replace(/^http/, 'ws')}${livePath}`;
    const protocols = token === undefined ? [liveProtocol] : [liveProtocol, liveTokenPrefix + token];
    const socket = new this.#desk.WebSocket(url, protocols);
    this.#socket = socket;
    this.#wasReady = false;
    this.#after(connectWithinMs, () => this.#lost('no answer'));
    const isOurs = () => this.#socket === socket;
    socket.addEventListener('message', ({ data }) => {
      if (isOurs()) this.#receive(JSON.parse(String(data)) as ServerFrame);
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (!isOurs()) return;
      // What the desk itself ends for a reason of its own would end the same way again.
      if (this.#wasReady && code < ownCloseCodes) this.#failures = 0;
      this.#lost(reason || `closed with ${code}`);
    });
    // A close follows an error and says as much; Node takes an error that nobody hears for a crash.
    socket.addEventListener('error', () => {});
  }

  #receive(frame: ServerFrame): void {
    this.#heardAt = Date.now();
    if ('seq' in frame) this.#take(frame);
    else if (frame.type === 'ready') this.#begin(frame.data.seq);
    else if (frame.type === 'reset') this.#reset(frame.data.seq);
    else if (frame.type === 'typing') this.#options.onTyping?.(frame.data);
    else if (frame.type === 'queue') this.#options.onQueue?.(frame.data);
    else if (frame.type === 'ping') this.#send({ type: 'ping' });
    else if (frame.type === 'pong') this.#advance(frame.data?.seq);
  }

  #begin(last: number): void {
    this.#wasReady = true;
    this.#clearTimers();
    this.#keepPinging();
    // The log’s position goes before the state, so that nothing falls between the two.
    this.#send({ type: 'resume', seq: this.seq ?? last });
    this.#tell('live');
    if (this.seq === undefined) this.#reset(last);
  }

  #take(event: LiveEvent): void {
    if (this.#held) this.#held.push(event);
    else if (this.seq !== undefined && event.seq > this.seq) {
      this.seq = event.seq;
      this.#options.onEvent(event);
    }
  }

  /** Nothing more concerns the caller up to there: a later resume need not look through it. */
  #advance(seq: number | undefined): void {
    if (seq !== undefined && this.seq !== undefined && seq > this.seq) this.seq = seq;
  }

  #reset(seq: number): void {
    const socket = this.#socket;
    this.seq = undefined;
    this.#held = [];
    Promise.resolve()
      .then(() => this.#options.onReset())
      .then(
        () => {
          if (this.#socket !== socket || !this.#held) return;
          const held = this.#held;
          this.#held = undefined;
          this.seq = seq;
          for (const event of held) if (!this.#isClosed) this.#take(event);
        },
        (error: unknown) => {
          if (this.#socket === socket) this.#lost(`state not loaded: ${String(error)}`);
        },
      );
  }

  /** Shows the desk that the caller is there, and asks whether the desk still is. */
  #keepPinging(): void {
    this.#after(livePingMs, () => {
      const askedAt = Date.now();
      this.#send({ type: 'ping' });
      this.#after(pongWithinMs, () => {
        if (this.#heardAt < askedAt) this.#lost('no answer');
      });
      this.#keepPinging();
    });
  }

  #lost(reason: string): void {
    if (this.#isClosed) return;
    this.#drop();
    this.#tell('waiting', reason);
    // Full jitter: those who were cut by the same restart do not come back at once.
    const delayMs = Math.random() * Math.min(backoffCapMs, backoffBaseMs * 2 ** this.#failures);
    this.#failures += 1;
    this.#after(delayMs, () => this.connect());
  }

  #drop(): void {
    this.#clearTimers();
    const socket = this.#socket;
    this.#socket = undefined;
    this.#held = undefined;
    try {
      socket?.close(1000);
    } catch {
      // It was not open yet; it will find nobody who listens.
    }
  }

  #send(frame: object): void {
    try {
      this.#socket?.send(JSON.stringify(frame));
    } catch {
      // It is closing, which is told by itself.
    }
  }

  #tell(state: LiveState, reason?: string): void {
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
