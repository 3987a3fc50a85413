import { randomBytes } from 'node:crypto';
import type { BusyWait } from './busy-wait.ts';
import { Connection } from './connection.ts';
import { RequestError } from './error.ts';
import { Stream } from './stream.ts';

const maxIdleConnections = 16;

export interface StreamsOptions {
  path: string;
  wait: BusyWait;
  maxStreams: number;
  idleMs: number;
}

/** The open streams. A baton identifies a stream between two requests. It is valid for one use. */
export class Streams {
  readonly #options: StreamsOptions;
  readonly #parked = new Map<string, { stream: Stream; expiry: NodeJS.Timeout }>();
  /** Reused, because the engine frees the files of a closed connection only when its statements are collected. */
  readonly #idle: Connection[] = [];
  #count = 0;
  #isClosed = false;

  constructor(options: StreamsOptions) {
    this.#options = options;
    this.#idle.push(new Connection(options.path)); // Fails at once when the path is invalid.
  }

  /** Runs `work` on the stream of the baton; without a baton, on a new stream. Closes the stream when `work` fails. */
  async use<T>(
    baton: string | null | undefined,
    work: (stream: Stream) => Promise<T>,
  ): Promise<{ baton: string | null; value: T }> {
    const stream = typeof baton === 'string' ? this.#take(baton) : this.#open();
    try {
      const value = await work(stream);
      if (stream.isOpen && !this.#isClosed) return { baton: this.#park(stream), value };
      this.#close(stream);
      return { baton: null, value };
    } catch (error) {
      this.#close(stream);
      throw error;
    }
  }

  closeAll(): void {
    this.#isClosed = true;
    for (const baton of this.#parked.keys()) this.#close(this.#take(baton));
    for (const connection of this.#idle.splice(0)) connection.close();
  }

  #open(): Stream {
    const { path, wait, maxStreams } = this.#options;
    if (this.#count >= maxStreams) {
      throw new RequestError(
        503,
        'TOO_MANY_STREAMS',
        `All ${maxStreams} streams are in use. Close one, then send the request again.`,
      );
    }
    const stream = new Stream(this.#idle.pop() ?? new Connection(path), wait);
    this.#count += 1;
    return stream;
  }

  #take(baton: string): Stream {
    const parked = this.#parked.get(baton);
    if (parked === undefined) {
      throw new RequestError(
        400,
        'STREAM_EXPIRED',
        'The baton is unknown, used or expired. Start a new stream.',
      );
    }
    clearTimeout(parked.expiry);
    this.#parked.delete(baton);
    return parked.stream;
  }

  #park(stream: Stream): string {
    const baton = randomBytes(32).toString('base64url');
    const expiry = setTimeout(() => this.#close(this.#take(baton)), this.#options.idleMs);
    this.#parked.set(baton, { stream, expiry });
    return baton;
  }

  /** Rolls back and closes a stream. */
  #close({ connection }: Stream): void {
    this.#count -= 1;
    connection.rollback();
    if (connection.isReusable && !this.#isClosed && this.#idle.length < maxIdleConnections) {
      this.#idle.push(connection);
    } else {
      connection.close();
    }
  }
}
