import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

/**
 * Starts a proxy of a libSQL server that can lose a response: the server commits a batch, and the connection breaks
 * before the response arrives.
 */
export async function startLossyProxy(target: string) {
  let isNextLost: ((body: string) => boolean) | undefined;
  /** The request whose response was lost, and later ones. Without requests of the sweeper and the hubs. */
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const isOfRequest = request.headers['user-agent'] === 'chat-ticket';
    const upstream = await fetch(new URL(request.url!, target), {
      method: request.method!,
      headers: {
        Authorization: request.headers.authorization ?? '',
        'Content-Type': 'application/json',
        'User-Agent': request.headers['user-agent'] ?? '',
      },
      ...(request.method === 'POST' ? { body } : {}),
    });
    const text = await upstream.text();
    const isLost = isOfRequest && (isNextLost?.(body) ?? false);
    if (isLost || (isOfRequest && requests.length > 0)) requests.push(body);
    if (isLost) {
      isNextLost = undefined;
      request.socket.destroy();
      return;
    }
    response.writeHead(upstream.status, {
      'Content-Type': upstream.headers.get('Content-Type') ?? 'text/plain',
    });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    /** Loses the response to the next request whose body contains the text. */
    loseNext: (text: string) => {
      requests.length = 0;
      isNextLost = (body) => body.includes(text);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
