import type { ServerFrame } from '@chat-ticket/contract';
import { longestTimerMs } from '../attempt.ts';
import { Connection } from './connection.ts';
import { EventDelivery } from './event-delivery.ts';
import type { LiveInterruption } from './interruption.ts';
import type { LiveDesk } from './live-desk.ts';
import type { Loss } from './loss.ts';
import type { Live, LiveOptions } from './options.ts';

const backoffBaseMs = 250;
const backoffCapMs = 15_000;
/** The desk’s own close codes begin here. Those of networks and restarts are lower. */
const firstDeskCloseCode = 4_000;

/** Opens the live channel of a desk. */
export function openLive(desk: LiveDesk, options: LiveOptions): Live {
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

/** Keeps one connection: replaces a lost one, until the app closes the channel or the desk refuses for good reason. */
class LiveChannel {
  readonly #desk: LiveDesk;
  readonly #options: LiveOptions;
  readonly #events: EventDelivery;
  #connection: Connection | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isClosed = false;
  /** Whether the last connection was ready. */
  #wasReady = false;
  /** Whether a token was refused since a connection was ready. */
  #wasTokenRefused = false;

  constructor(desk: LiveDesk, options: LiveOptions) {
    this.#desk = desk;
    this.#options = options;
    this.#events = new EventDelivery(options, (loss) => this.#replace(loss));
  }

  get seq(): number | undefined {
    return this.#events.seq;
  }

  connect(): void {
    this.#wasReady = false;
    const connection = new Connection(this.#desk, {
      onFrame: (frame) => this.#receive(frame),
      onLost: (loss) => this.#replace(loss),
    });
    this.#connection = connection;
    this.#options.onState?.('connecting');
    // `onState` may have closed the channel.
    if (!this.#isClosed) void connection.open();
  }

  typing(roomId: string): void {
    this.#connection?.send({ type: 'typing', roomId });
  }

  close(): void {
    this.#end('closed');
  }

  #receive(frame: ServerFrame): void {
    if ('seq' in frame) this.#events.receive(frame);
    else if (frame.type === 'ready') this.#resume(frame.data.seq);
    else if (frame.type === 'reset') this.#events.reset(frame.data.seq);
    else if (frame.type === 'typing') this.#options.onTyping?.(frame.data);
    else if (frame.type === 'queue') this.#options.onQueue?.(frame.data);
    else if (frame.type === 'pong') this.#events.advance(frame.data?.seq);
  }

  #resume(lastSeq: number): void {
    this.#wasReady = true;
    this.#wasTokenRefused = false;
    const { received } = this.#events;
    // Resuming before the app loads its state leaves no gap between the two.
    this.#connection?.send({ type: 'resume', seq: received ?? lastSeq });
    this.#options.onState?.('live');
    if (received === undefined && !this.#isClosed) this.#events.reset(lastSeq);
  }

  /** Ends the connection, and opens another one after a pause, unless none can succeed. */
  #replace({ cause, detail, retry, waitMs }: Loss): void {
    // Without a connection, the next one is due already.
    if (!this.#connection) return;
    const mayRetry =
      retry === 'with_same_token' ||
      (retry === 'with_other_token' && this.#desk.mayTokenChange && !this.#wasTokenRefused);
    if (!mayRetry) return this.#end('stopped', { ...cause, detail, retryInMs: null });
    this.#wasTokenRefused ||= retry === 'with_other_token';
    // A close by the desk with its own code can repeat at once, so it does not shorten the backoff.
    if (this.#wasReady && cause.reason === 'closed' && cause.code < firstDeskCloseCode) this.#failures = 0;
    // Full jitter spreads the clients that the same restart has disconnected.
    const backoffMs = Math.random() * Math.min(backoffCapMs, backoffBaseMs * 2 ** this.#failures);
    const retryInMs = Math.min(longestTimerMs, Math.ceil(waitMs + backoffMs));
    this.#failures += 1;
    this.#disconnect();
    this.#retryTimer = setTimeout(() => this.connect(), retryInMs);
    this.#options.onState?.('waiting', { ...cause, detail, retryInMs });
  }

  #end(state: 'closed' | 'stopped', interruption?: LiveInterruption): void {
    if (this.#isClosed) return;
    this.#disconnect();
    this.#events.close();
    this.#isClosed = true;
    this.#options.onState?.(state, interruption);
  }

  #disconnect(): void {
    clearTimeout(this.#retryTimer);
    this.#connection?.end();
    this.#connection = undefined;
    this.#events.disconnect();
  }
}
