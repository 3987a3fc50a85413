import type { Duplex } from 'node:stream';

/**
 * The open connections of a server, up to a limit. Above it, a new connection displaces one that waits for a request: first
 * the oldest of those that have sent none, then the one that has been idle longest.
 */
export class ConnectionSlots {
  readonly #limit: number;
  readonly #open = new Set<Duplex>();
  /** The connections that have sent no complete request yet, the oldest first. */
  readonly #silent = new Set<Duplex>();
  /** The connections whose requests have their responses, the one that has been idle longest first. */
  readonly #idle = new Set<Duplex>();
  #displaced = 0;
  #refused = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds a connection. Closes it and returns false if all others are in use. */
  add(socket: Duplex): boolean {
    if (this.#open.size >= this.#limit && !this.#displaceOne()) {
      this.#refused += 1;
      socket.destroy();
      return false;
    }
    this.#open.add(socket);
    this.#silent.add(socket);
    socket.once('close', () => this.#remove(socket));
    return true;
  }

  /** The connection has a request, or has become a live connection. */
  use(socket: Duplex): void {
    this.#silent.delete(socket);
    this.#idle.delete(socket);
  }

  /** The requests of the connection have their responses. */
  release(socket: Duplex): void {
    if (this.#open.has(socket)) this.#idle.add(socket);
  }

  /** How many connections were displaced and refused since the last call. */
  takeCounts(): { displaced: number; refused: number } {
    const counts = { displaced: this.#displaced, refused: this.#refused };
    this.#displaced = 0;
    this.#refused = 0;
    return counts;
  }

  #displaceOne(): boolean {
    const [socket] = this.#silent.size > 0 ? this.#silent : this.#idle;
    if (!socket) return false;
    this.#displaced += 1;
    // Its `close` event comes later than the next connection.
    this.#remove(socket);
    socket.destroy();
    return true;
  }

  #remove(socket: Duplex): void {
    this.#open.delete(socket);
    this.#silent.delete(socket);
    this.#idle.delete(socket);
  }
}
