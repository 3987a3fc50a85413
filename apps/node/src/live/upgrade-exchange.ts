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

/** Writes a response to a connection that does not become a WebSocket, and ends it. */
export async function writeResponse(socket: Duplex, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}
