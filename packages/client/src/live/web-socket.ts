/** The part of a WebSocket that the client uses; that of every runtime fits. */
export type LiveSocket = {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
};

/** The constructor of one. */
export type LiveSocketConstructor = new (url: string, protocols: string[]) => LiveSocket;

export function globalWebSocket(): LiveSocketConstructor {
  const found = (globalThis as { WebSocket?: unknown }).WebSocket;
  if (found === undefined)
    throw new TypeError(
      'This runtime has no global WebSocket: give createClient one in its `WebSocket` option.',
    );
  return found as LiveSocketConstructor;
}
