import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { errorResponse } from '@chat-ticket/api';
import type { ErrorCode } from '@chat-ticket/contract';
import { RequestError } from '@hono/node-server';
import { refuse } from './refuse.ts';

/** The code of the parser’s error for a request that took too long. */
export const silent = 'ERR_HTTP_REQUEST_TIMEOUT';

const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  [silent]: 'request_timeout',
};

/** The response to a request that the app does not get, because it is not valid HTTP or its URL is invalid. */
export const malformedResponse = (code: ErrorCode = 'request_malformed'): Response =>
  errorResponse(code, randomUUID());

/** The response to a request for which the app has none. */
export const responseTo = (error: unknown): Response =>
  error instanceof RequestError ? malformedResponse() : errorResponse('internal_error', randomUUID());

/** Responds to a request that the HTTP parser refuses, and closes its connection. */
export function refuseMalformed(
  { code = '' }: NodeJS.ErrnoException,
  socket: Duplex,
  isResponding: boolean,
): void {
  // The parser reports each further chunk of a connection that was refused already.
  if (socket.writableEnded) return;
  // The response to another request could be half written.
  if (isResponding || !socket.writable || code === 'ECONNRESET') socket.destroy();
  else refuse(socket, malformedResponse(codes[code])).catch(() => socket.destroy());
}
