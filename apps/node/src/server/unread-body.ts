import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex, Readable } from 'node:stream';

/** What the desk reads of a body that it does not need, in bytes. */
const maxUnneededBytes = 256 * 1_024;

/** A smaller piece counts as this many bytes, because the parser needs as much time for it. */
const leastPieceBytes = 1_024;

/** How long a client has to send the rest of its body after it got the response, in ms. */
const restMs = 500;

/**
 * Closes the connection of a request if its body is not complete soon after the response. The HTTP server would read on for
 * minutes what nobody needs.
 */
export function limitUnreadBody(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { headers, socket } = incoming;
  if (headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0') return;
  // After `finish`, the server reads the rest and reports nothing of it.
  outgoing.once('prefinish', () => {
    if (!incoming.complete) discard(incoming, socket);
  });
  outgoing.once('finish', () => {
    if (incoming.complete) return;
    const timer = setTimeout(() => socket.destroy(), restMs);
    const stop = () => clearTimeout(timer);
    incoming.once('end', stop);
    socket.once('close', stop);
  });
}

/**
 * Reads what a client still sends, up to a limit. Unread data would turn the close into a reset, and the client would lose
 * the response.
 */
export function discard(unneeded: Readable, socket: Duplex): void {
  let bytes = 0;
  let isEnough = false;
  unneeded.on('data', ({ length }: Buffer) => {
    bytes += Math.max(length, leastPieceBytes);
    if (bytes <= maxUnneededBytes || isEnough) return;
    isEnough = true;
    unneeded.pause();
    socket.pause();
    // The request would read on until its buffer is full. In pieces of one byte, that takes long.
    socket.on('resume', () => socket.pause());
  });
  unneeded.resume();
  unneeded.read(0);
}
