import type { Backlog, Socket } from '@chat-ticket/api';
import { type LiveClose, liveCloses } from '@chat-ticket/contract';
import type { WebSocket } from 'ws';

/** How long the peer may take to answer a close, in ms. */
const closeGraceMs = 1_000;

/** A WebSocket of the `ws` library as a socket of the hub. */
export class WsSocket implements Socket {
  readonly #ws: WebSocket;
  #frames = 0;

  constructor(ws: WebSocket) {
    this.#ws = ws;
  }

  send(text: string): void {
    this.#frames += 1;
    this.#ws.send(text, this.#onWritten);
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
