import { LiveEvent, routes } from '@chat-ticket/contract';
import * as v from 'valibot';
import type { Listener } from './listener.ts';
import { postMessage } from './post-message.ts';
import type { Room } from './rooms.ts';
import type { ServerUnderTest } from './server-under-test.ts';

/**
 * Sends one message to each server, with two listeners in its room. Responses and frames must match the contract and
 * have the same size, so that both servers have the same amount to write.
 */
export async function verifyMessage(
  servers: readonly { server: ServerUnderTest; listeners: readonly Listener[] }[],
  room: Room,
): Promise<void> {
  const sizes = new Set<string>();
  for (const { server, listeners } of servers) {
    const response = await postMessage(server.connections[0]!, room, listeners.length, server.deliveries);
    v.parse(routes.sendMessage.responses[201], JSON.parse(response));
    await server.deliveries.take(10_000);
    const frames = listeners.map((listener) => listener.lastText());
    const withoutSeq = frames.map(
      (text) => text.length - String(v.parse(LiveEvent, JSON.parse(text)).seq).length,
    );
    sizes.add([response.length, ...withoutSeq].join(', '));
  }
  if (sizes.size > 1)
    throw new Error(`responses and frames differ in size: ${[...sizes].join(' and ')} characters`);
}
