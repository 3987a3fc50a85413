import type { Backlog, Socket } from '@chat-ticket/api';
import { type LiveClose, liveCloses } from '@chat-ticket/contract';
import type { WebSocket } from 'ws';

/** How long the peer may take to answer a close, in ms. */
const closeGraceMs = 1_000;

/** A WebSocket of the `ws` library as a socket of the hub. */
export class WsSocket implements Socket {
  readonly #ws: WebSocket;
  #frames = 0;
  /** One pong at most is in flight. It answers the ping that arrived last, as RFC 6455 section 5.5.3 allows. */
  #isPongInFlight = false;
  #nextPong: Buffer | undefined;

  constructor(ws: WebSocket) {
    this.#ws = ws;
  }

  send(text: string, onWritten?: () => void): void {
    this.#frames += 1;
    const written =
      onWritten &&
      (() => {
        this.#onWritten();
        onWritten();
      });
    this.#ws.send(text, written ?? this.#onWritten);
  }

  /** Answers a ping of the WebSocket protocol. */
  pong(data: Buffer): void {
    if (this.#isPongInFlight) {
      this.#nextPong = data;
      return;
    }
    this.#isPongInFlight = true;
    this.#ws.pong(data, false, () => {
      this.#isPongInFlight = false;
      const next = this.#nextPong;
      this.#nextPong = undefined;
      if (next) this.pong(next);
    });
  }

  ping(): void {
    this.#ws.ping();
  }

  close(why: LiveClose): void {
    const { code, detail } = liveCloses[why];
    this.#ws.close(code, detail);
    // A peer that is lost or does not read never answers the close.
    setTimeout(() => this.#ws.terminate(), closeGraceMs).unref();
  }

  backlog(): Backlog {
    return { frames: this.#frames, bytes: this.#ws.bufferedAmount };
  }

  readonly #onWritten = (): void => {
    this.#frames -= 1;
  };
}
