import type { LiveSocketConstructor } from '../src/live/web-socket.ts';

/** The desk’s end of a socket of the client. */
export type FakeSocket = {
  /** The sub-protocols with which the client opened it. */
  readonly protocols: readonly string[];
  /** The frames that the client has sent. */
  readonly sent: readonly unknown[];
  /** Sends a frame to the client. */
  receive(frame: unknown): void;
  /** Closes the connection. The default is the code of a lost network, and of a WebSocket that did not open. */
  drop(code?: number, reason?: string): void;
};

/** A WebSocket class without a network. Returns its sockets in the order in which the client opened them. */
export function fakeSockets() {
  const sockets: FakeSocket[] = [];
  class FakeWebSocket implements FakeSocket {
    readonly protocols: readonly string[];
    readonly sent: unknown[] = [];
    receive: FakeSocket['receive'] = () => {};
    drop: FakeSocket['drop'] = () => {};
    constructor(_url: string, protocols: readonly string[]) {
      this.protocols = protocols;
      sockets.push(this);
    }
    send(text: string) {
      this.sent.push(JSON.parse(text));
    }
    close() {}
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'close') this.drop = (code = 1006, reason = '') => listener({ code, reason } as never);
      if (type === 'message') this.receive = (frame) => listener({ data: JSON.stringify(frame) } as never);
    }
  }
  return { sockets, WebSocket: FakeWebSocket satisfies LiveSocketConstructor };
}
