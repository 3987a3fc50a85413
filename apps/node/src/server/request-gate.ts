import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Admission, originHeaders } from '@chat-ticket/api';
import type { ConnectionSlots } from './connection-slots.ts';
import { refuseOverload } from './refuse-overload.ts';
import { StartQueue } from './start-queue.ts';
import { limitUnreadBody } from './unread-body.ts';

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;
type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse };

/** Requests that a client may send before it has read the response to the first one. */
const maxPipelined = 32;

/** A monitor must not restart a process because it is busy. */
const alwaysServed = /^\/(?:healthz|readyz)(?:\?|$)/;

export type GateOptions = {
  /** Says whether the process can serve a further request. Undefined: it always can. */
  admission: Admission | undefined;
  /** The origins whose pages may read a refusal. */
  corsOrigins: readonly string[];
  /** Learns which connections have a request. */
  connections: Pick<ConnectionSlots, 'use' | 'release'>;
};

/**
 * Passes the requests of a connection on, one after the other. A client that sends many and reads no response thus keeps one
 * response in memory, not many.
 */
export class RequestGate {
  readonly #handle: Listener;
  /** The exchanges of each connection that have no complete response yet. The first one is being handled. */
  readonly #pending = new Map<Duplex, Exchange[]>();
  /** The connections that wait for their responses before they are upgraded. */
  readonly #upgrades = new Map<Duplex, () => void>();
  readonly #options: GateOptions;
  readonly #queue = new StartQueue();
  #isStopping = false;

  constructor(handle: Listener, options: GateOptions) {
    this.#handle = handle;
    this.#options = options;
  }

  /** The listener of the server’s requests. */
  readonly receive = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { socket } = incoming;
    limitUnreadBody(incoming, outgoing);
    const exchange = { incoming, outgoing };
    const pending = this.#pending.get(socket);
    if (!pending) {
      this.#options.connections.use(socket);
      this.#pending.set(socket, [exchange]);
      this.#start(socket, exchange);
    } else if (pending.length < maxPipelined) pending.push(exchange);
    else socket.destroy();
  };

  /**
   * The connection has asked for an upgrade, and sends no further request. Resolves when those before have their responses:
   * written later, they would be between the frames of the WebSocket.
   */
  async upgrade(socket: Duplex): Promise<void> {
    this.#options.connections.use(socket);
    if (this.#pending.has(socket)) await new Promise<void>((resolve) => this.#upgrades.set(socket, resolve));
  }

  /** Whether a response may be half written. */
  isResponding(socket: Duplex): boolean {
    const pending = this.#pending.get(socket) ?? [];
    return pending.length > 1 || pending.some(({ outgoing }) => outgoing.headersSent);
  }

  /** The connection is closed. */
  forget(socket: Duplex): void {
    this.#pending.delete(socket);
    this.#upgrades.delete(socket);
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
    const { admission, corsOrigins } = this.#options;
    if (!admission || alwaysServed.test(incoming.url ?? '') || this.#isPreflight(incoming)) {
      start();
      return;
    }
    const refuse = () => {
      admission.refuse();
      refuseOverload(outgoing, originHeaders(corsOrigins, incoming.headers.origin));
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

  /** A browser lets a page read a refusal only if the request before it was answered. The app answers it at once. */
  #isPreflight({ method, headers }: IncomingMessage): boolean {
    const { origin = '' } = headers;
    return (
      method === 'OPTIONS' &&
      headers['access-control-request-method'] !== undefined &&
      this.#options.corsOrigins.includes(origin)
    );
  }

  #finish(socket: Duplex): void {
    const pending = this.#pending.get(socket);
    pending?.shift();
    const [next] = pending ?? [];
    if (next && !socket.destroyed) this.#start(socket, next);
    else {
      this.#pending.delete(socket);
      const upgrade = this.#upgrades.get(socket);
      this.#upgrades.delete(socket);
      if (upgrade) upgrade();
      else this.#options.connections.release(socket);
    }
  }
}

/** Node sends no response after the one that says `Connection: close`. */
function closeAfterLast(pending: readonly Exchange[]): void {
  const [{ outgoing }] = pending as [Exchange];
  if (pending.length === 1 && !outgoing.headersSent) outgoing.setHeader('Connection', 'close');
}
