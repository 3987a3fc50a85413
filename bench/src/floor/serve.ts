import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = [status: number, body: unknown];

/** A bare server that answers each request by one call, with JSON and a request id. */
export const createFloor = (answer: (request: IncomingMessage, body: string) => Answer): Server =>
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, body] = answer(request, Buffer.concat(chunks).toString());
      const text = JSON.stringify(body);
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
        'X-Request-Id': randomUUID(),
      });
      response.end(text);
    });
  });

/** Listens on a free port, says which, and comes back when the process is told to stop. */
export async function serve(floor: Server): Promise<void> {
  floor.listen(0, '127.0.0.1');
  await once(floor, 'listening');
  console.error(`floor listens on http://127.0.0.1:${(floor.address() as AddressInfo).port}`);
  await once(process, 'SIGTERM');
}
