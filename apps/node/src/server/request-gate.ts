import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Admission } from '@chat-ticket/api';
import { refuseOverload } from './refuse-overload.ts';
import { StartQueue } from './start-queue.ts';

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;
type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse };

/** Requests that a client may send before it has read the response to the first one. */
const maxPipelined = 32;

/** A monitor must not restart a process because it is busy. */
const alwaysServed = /^\/(?:healthz|readyz)(?:\?|$)/;

/**
 * Passes the requests of a connection on, one after the other. A client that sends many and reads no response thus keeps one
 * response in memory, not many.
 */
export class RequestGate {
  readonly #handle: Listener;
  /** The exchanges of each connection that have no complete response yet. The first one is being handled. */
  readonly #pending = new Map<Duplex, Exchange[]>();
  readonly #admission: Admission | undefined;
  readonly #queue = new StartQueue();
  #isStopping = false;

  constructor(handle: Listener, admission?: Admission) {
    this.#handle = handle;
    this.#admission = admission;
  }

  /** The listener of the server’s requests. */
  readonly receive = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { socket } = incoming;
    const exchange = { incoming, outgoing };
    const pending = this.#pending.get(socket);
    if (!pending) {
      this.#pending.set(socket, [exchange]);
      this.#start(socket, exchange);
    } else if (pending.length < maxPipelined) pending.push(exchange);
    else socket.destroy();
  };

  /** Whether a response may be half written. */
  isResponding(socket: Duplex): boolean {
    const pending = this.#pending.get(socket) ?? [];
    return pending.length > 1 || pending.some(({ outgoing }) => outgoing.headersSent);
  }

  /** The connection is closed. */
  forget(socket: Duplex): void {
    this.#pending.delete(socket);
  }

  /** From now on, each connection closes after its response. */
  stop(): void {
    this.#isStopping = true;
    for (const pending of this.#pending.values()) closeAfterLast(pending);
  }

  #start(socket: Duplex, { incoming, outgoing }: Exchange): void {
    outgoing.once('close', () => this.#finish(socket));
    if (this.#isStopping) closeAfterLast(this.#pending.get(socket)!);
    const start = () => this.#handle(incoming, outgoing);
    const admission = this.#admission;
    if (!admission || alwaysServed.test(incoming.url ?? '')) {
      start();
      return;
    }
    const refuse = () => {
      admission.refuse();
      refuseOverload(outgoing);
    };
    this.#queue.add({
      start: () => {
        // The client may have given up while the request waited.
        if (outgoing.destroyed) return;
        if (admission.isFull) refuse();
        else start();
      },
      refuse,
    });
  }

  #finish(socket: Duplex): void {
    const pending = this.#pending.get(socket);
    pending?.shift();
    const [next] = pending ?? [];
    if (next && !socket.destroyed) this.#start(socket, next);
    else this.#pending.delete(socket);
  }
}

/** Node sends no response after the one that says `Connection: close`. */
function closeAfterLast(pending: readonly Exchange[]): void {
  const [{ outgoing }] = pending as [Exchange];
  if (pending.length === 1 && !outgoing.headersSent) outgoing.setHeader('Connection', 'close');
}
