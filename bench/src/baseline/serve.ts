import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type JsonResponse = [status: number, body: unknown];

/** A bare HTTP server that passes each request to `respond` and sends the result as JSON with a request id. */
export const createJsonServer = (respond: (request: IncomingMessage, body: string) => JsonResponse): Server =>
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, body] = respond(request, Buffer.concat(chunks).toString());
      const text = JSON.stringify(body);
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
        'X-Request-Id': randomUUID(),
      });
      response.end(text);
    });
  });

/** Listens on a free port, prints the address, and resolves when the process receives SIGTERM. */
export async function serve(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  console.error(`baseline listens on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(process, 'SIGTERM');
}
