import { createClient, unwrap } from '@chat-ticket/client';
import { type Server, startServer } from './start-server.ts';
import { sign } from './users.ts';

const entry = new URL('../../apps/node/src/main.ts', import.meta.url);

/**
 * Starts the desk as its users start it. The pick timeout is a day, because an offer that times out would move to
 * another agent during the measurement.
 */
export async function startDesk(logLevel: 'error' | 'info'): Promise<Server> {
  const server = await startServer(entry, ['serve'], { LOG_LEVEL: logLevel });
  const token = await sign('bench', { role: 'service' });
  const desk = createClient({ baseUrl: server.url, token });
  unwrap(await desk.putSettings({ queues: [{ id: 'default', pickTimeoutSeconds: 86_400 }] }));
  return server;
}
