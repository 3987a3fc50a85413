// Serves the page, and opens a chat for its customer. The page then calls the desk directly.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createClient, unwrap } from '@chat-ticket/client';

const deskUrl = process.env.CHAT_TICKET_URL ?? 'http://127.0.0.1:8787';
const port = Number(process.env.PORT ?? 3000);

const desk = createClient({
  baseUrl: deskUrl,
  token: process.env.CHAT_TICKET_TOKEN ?? '', // of the role `service`; it never leaves the server
});

/** Opens a chat, or finds the customer’s open chat about the same order. */
async function openChat() {
  // Take the customer from the session of your site, never from the page.
  const customer = { id: 'c-4711', name: 'Hugo Dan' };
  const ticket = unwrap(await desk.createTicket({ customer, metadata: { orderId: 'o-4711' } }));
  const { roomId } = ticket.metadata;
  const { token } = unwrap(await desk.createRoomToken({ roomID: roomId }));
  return { deskUrl, roomId, token };
}

const fileAt = (path: string) => readFile(new URL(`.${path}`, import.meta.url));

async function respond(
  method: string | undefined,
  path: string,
): Promise<[type: string, body: string | Buffer]> {
  if (method === 'POST' && path === '/chat') return ['application/json', JSON.stringify(await openChat())];
  if (path === '/') return ['text/html', await fileAt('/index.html')];
  if (path.startsWith('/node_modules/')) return ['text/javascript', await fileAt(path)];
  throw new Error(`Nothing is at ${path}.`);
}

createServer(async ({ method, url }, response) => {
  try {
    const [type, body] = await respond(method, new URL(url ?? '/', 'http://localhost').pathname);
    response.setHeader('Content-Type', `${type}; charset=utf-8`).end(body);
  } catch (error) {
    console.error(error);
    response.writeHead(method === 'POST' ? 502 : 404).end();
  }
}).listen(port, '127.0.0.1', () => console.log(`The page is at http://127.0.0.1:${port}`));
