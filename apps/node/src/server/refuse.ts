import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { discard } from './unread-body.ts';

/** How long a refused client has to read the response and close, in ms. */
const lingerMs = 1_000;

/** Writes a response to a connection that the HTTP server has given up. Then closes it, whatever the client does. */
export async function refuse(socket: Duplex, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
  discard(socket, socket);
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.on('close', () => clearTimeout(timer));
}
