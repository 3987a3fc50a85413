import type { Backlog, Socket } from '@chat-ticket/api';
import { type LiveClose, liveCloses } from '@chat-ticket/contract';
import type { WebSocket } from 'ws';

/** How long the other side may take to answer a close. */
const closeGraceMs = 1_000;

/** A socket of `ws` as the hub takes it. */
export class WsSocket implements Socket {
  readonly #ws: WebSocket;
  #frames = 0;

  constructor(ws: WebSocket) {
    this.#ws = ws;
  }

  send(text: string): void {
    this.#frames += 1;
    this.#ws.send(text, this.#left);
  }

  ping(): void {
    this.#ws.ping();
  }

  close(why: LiveClose): void {
    const { code, detail } = liveCloses[why];
    this.#ws.close(code, detail);
    // A reader that is gone or slow does not answer.
    setTimeout(() => this.#ws.terminate(), closeGraceMs).unref();
  }

  backlog(): Backlog {
    return { frames: this.#frames, bytes: this.#ws.bufferedAmount };
  }

  readonly #left = (): void => {
    this.#frames -= 1;
  };
}
