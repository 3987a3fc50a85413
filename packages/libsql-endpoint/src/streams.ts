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

/** The open streams. Between two requests a stream is found by its baton, which is good for one use. */
export class Streams {
  readonly #options: StreamsOptions;
  readonly #parked = new Map<string, { stream: Stream; expiry: NodeJS.Timeout }>();
  /** Kept open: the engine frees the files of a closed one only when its statements are collected. */
  readonly #idle: Connection[] = [];
  #count = 0;
  #isClosed = false;

  constructor(options: StreamsOptions) {
    this.#options = options;
    this.#idle.push(new Connection(options.path)); // a bad path fails here and now
  }

  /** Runs the work on the baton's stream, or on a new one without a baton. An error of it closes the stream. */
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
      throw new RequestError(503, 'TOO_MANY_STREAMS', `${maxStreams} streams are open already`);
    }
    const stream = new Stream(this.#idle.pop() ?? new Connection(path), wait);
    this.#count += 1;
    return stream;
  }

  #take(baton: string): Stream {
    const parked = this.#parked.get(baton);
    if (parked === undefined) {
      throw new RequestError(400, 'STREAM_EXPIRED', 'The baton is unknown, was used before, or has expired');
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

  /** Rolls back what the stream has not committed. */
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
