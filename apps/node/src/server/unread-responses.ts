import type { Socket } from 'node:net';

/** Bytes of responses that may wait for slow clients, over all connections. */
const maxUnreadBytes = 64 * 2 ** 20;
const checkMs = 1_000;

/**
 * Closes connections whose clients take nothing while too many bytes wait in memory: the largest first. A connection
 * that takes nothing for long is closed by the server’s timeout, whatever its size.
 */
export class UnreadResponses {
  /** What each connection had waiting at the last check. */
  readonly #waiting = new Map<Socket, number>();
  readonly #timer = setInterval(() => this.check(), checkMs);

  constructor() {
    this.#timer.unref();
  }

  add(socket: Socket): void {
    this.#waiting.set(socket, 0);
    socket.on('close', () => this.#waiting.delete(socket));
  }

  check(): void {
    let total = 0;
    const stalled: Socket[] = [];
    for (const [socket, before] of this.#waiting) {
      const bytes = socket.writableLength;
      total += bytes;
      if (bytes > 0 && bytes === before) stalled.push(socket);
      else if (bytes !== before) this.#waiting.set(socket, bytes);
    }
    if (total <= maxUnreadBytes) return;
    for (const socket of stalled.toSorted((a, b) => b.writableLength - a.writableLength)) {
      if (total <= maxUnreadBytes) return;
      total -= socket.writableLength;
      socket.destroy();
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
