/** The part of a WebSocket that the client uses. The WebSocket of every runtime has it. */
export type LiveSocket = {
  /** Sends a text frame. */
  send(text: string): void;
  /** Closes the connection. */
  close(code?: number, reason?: string): void;
  /** Adds a listener for frames, for the close of the connection, or for errors. */
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
};

/** The constructor of a WebSocket. */
export type LiveSocketConstructor = new (url: string, protocols: string[]) => LiveSocket;

/** Returns the runtime’s WebSocket. Throws a TypeError if it has none. */
export function globalWebSocket(): LiveSocketConstructor {
  const found = (globalThis as { WebSocket?: unknown }).WebSocket;
  if (found === undefined)
    throw new TypeError(
      'This runtime has no global WebSocket. Pass one to createClient in the option `WebSocket`.',
    );
  return found as LiveSocketConstructor;
}
