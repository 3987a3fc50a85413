import { createClient, unwrap } from '@chat-ticket/client';
import { sign } from './crew.ts';
import { type Server, startServer } from './start-server.ts';

const entry = new URL('../../apps/node/src/main.ts', import.meta.url);

/** The desk as its users start it. Offers stay for a day: what nobody picks would move while others are measured. */
export async function startDesk(logLevel: 'error' | 'info'): Promise<Server> {
  const server = await startServer(entry, ['serve'], { LOG_LEVEL: logLevel });
  const token = await sign('bench', { role: 'service' });
  const desk = createClient({ baseUrl: server.url, token });
  unwrap(await desk.putSettings({ queues: [{ id: 'default', pickTimeoutSeconds: 86_400 }] }));
  return server;
}
