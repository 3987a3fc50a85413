import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;
type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse };

/** Requests that a client may send before it has read the response to the first one. */
const maxPipelined = 32;

/**
 * Passes the requests of a connection on, one after the other. A client that sends many and reads no response thus keeps one
 * response in memory, not many.
 */
export class RequestGate {
  readonly #handle: Listener;
  /** The exchanges of each connection that have no complete response yet. The first one is being handled. */
  readonly #pending = new Map<Duplex, Exchange[]>();
  #isStopping = false;

  constructor(handle: Listener) {
    this.#handle = handle;
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

  /** From now on, each connection closes after its response. */
  stop(): void {
    this.#isStopping = true;
    for (const pending of this.#pending.values()) closeAfterLast(pending);
  }

  #start(socket: Duplex, { incoming, outgoing }: Exchange): void {
    outgoing.once('close', () => this.#finish(socket));
    if (this.#isStopping) closeAfterLast(this.#pending.get(socket)!);
    this.#handle(incoming, outgoing);
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
