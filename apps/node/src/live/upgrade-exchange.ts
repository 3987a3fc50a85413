import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** The upgrade request as a `Request`. Undefined when its URL or headers are invalid. */
export function requestOf({ headers, method = 'GET', url = '/' }: IncomingMessage): Request | undefined {
  try {
    const copied = new Headers();
    for (const [name, value] of Object.entries(headers))
      for (const one of [value ?? []].flat()) copied.append(name, one);
    return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), { method, headers: copied });
  } catch {
    return undefined;
  }
}

/** How long a refused client has to read the response and close, in ms. */
const lingerMs = 1_000;

/** Writes a response to a connection that does not become a WebSocket. Then closes it, whatever the client does. */
export async function refuseUpgrade(socket: Duplex, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
  // Unread data would turn the close into a reset, and the client would lose the response.
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.on('close', () => clearTimeout(timer));
}
