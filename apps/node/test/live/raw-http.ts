import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type RawHttp = {
  socket: Socket;
  /** What the desk has sent so far. */
  received(): string;
  /** Whether the desk has closed its side, or the connection is lost. */
  isEnded(): boolean;
};

/** Opens a TCP connection to the desk and writes these bytes. It never closes its side before the end of the test. */
export function openRawHttp(url: string, bytes: string, { isReading = true } = {}): RawHttp {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let received = '';
  let isEnded = false;
  const end = () => {
    isEnded = true;
  };
  if (isReading) socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
  socket.on('error', end).on('end', end).on('close', end);
  socket.write(bytes);
  onTestFinished(() => {
    socket.destroy();
  });
  return { socket, received: () => received, isEnded: () => isEnded };
}

/** A request that asks for a WebSocket on this path, without a token. */
export const refusedUpgrade = (path: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: desk',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');
