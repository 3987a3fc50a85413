import type { LiveEvent } from '@chat-ticket/contract';
import { failedCallback, type Loss, lossOf } from './loss.ts';
import type { LiveOptions } from './options.ts';

/** How many events may wait for the handler of the one before. */
const maxDueEvents = 1_000;

/** An event, or a position up to which the caller may see no other event. */
type Due = LiveEvent | { seq: number; type: 'position' };

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/** Passes the events to the app: in order, one at a time, and each again until its handler has succeeded. */
export class EventDelivery {
  readonly #options: LiveOptions;
  readonly #interrupt: (loss: Loss) => void;
  #isClosed = false;
  /** The `seq` of the last event that is handled. */
  seq: number | undefined;
  /** The `seq` of the last event that is handled or waits in `#due`. The next connection resumes here. */
  received: number | undefined;
  /** What waits for the handler of the one before. */
  #due: Due[] = [];
  /** Resolves when the running handler has ended. It rejects only if `onError` throws. */
  #handling: Promise<void> | undefined;
  /** The events that arrive while the app loads its state; undefined at other times. */
  #heldEvents: LiveEvent[] | undefined;
  /** Changes with each connection. */
  #connection = {};

  /** `interrupt` ends the connection, because events must be sent again. */
  constructor(options: LiveOptions, interrupt: (loss: Loss) => void) {
    this.#options = options;
    this.#interrupt = interrupt;
    this.seq = options.resumeFrom;
    this.received = options.resumeFrom;
  }

  /** Takes an event of the desk. */
  receive(event: LiveEvent): void {
    if (this.#heldEvents) this.#heldEvents.push(event);
    else this.#take(event);
  }

  /** The caller may see no other event up to `seq`, so that a later resume need not search them. */
  advance(seq: number | undefined): void {
    if (seq !== undefined && !this.#heldEvents) this.#take({ seq, type: 'position' });
  }

  /** Lets the app load its state. The events after `seq` follow. */
  reset(seq: number): void {
    const held: LiveEvent[] = [];
    this.seq = undefined;
    this.received = undefined;
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
          this.received = seq;
          const connection = this.#connection;
          // A handler that fails disconnects. The events after its own are delivered again then.
          for (const event of held) if (this.#connection === connection) this.receive(event);
        },
        (error: unknown) => {
          if (isCurrent()) this.#interrupt(failedCallback('onReset', error));
        },
      );
  }

  /** The connection has ended. Events that wait for the app’s state are sent again. */
  disconnect(): void {
    this.#heldEvents = undefined;
    this.#connection = {};
  }

  /** Calls no handler from now on. */
  close(): void {
    this.#isClosed = true;
  }

  #take(due: Due): void {
    if (this.received === undefined || due.seq <= this.received) return;
    // The desk keeps the events. The client resumes at the last one that waits here.
    if (this.#due.length === maxDueEvents)
      return this.#interrupt(
        lossOf({ reason: 'handler_slow' }, 'onEvent is slower than the events. The client reconnects.'),
      );
    this.received = due.seq;
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
      this.received = this.seq;
    }
    if (this.#isClosed) return;
    try {
      if (this.#options.onError) this.#options.onError(error, event);
      else console.error('The handler of a live event failed. Pass `onError` to handle this.', error);
    } finally {
      if (mustRepeat) this.#interrupt(failedCallback('onEvent', error));
    }
  }
}
