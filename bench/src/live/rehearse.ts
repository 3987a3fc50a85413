import { LiveEvent, routes } from '@chat-ticket/contract';
import * as v from 'valibot';
import type { Room } from './crowd.ts';
import type { Listener } from './listener.ts';
import { say } from './say.ts';
import type { Side } from './side.ts';

/**
 * One message on each server, heard by the two of its room: answers and frames must be what the contract says,
 * and of the same size, so that neither is measured with less to write.
 */
export async function rehearse(
  stages: readonly { side: Side; listeners: readonly Listener[] }[],
  room: Room,
): Promise<void> {
  const sizes = new Set<string>();
  for (const { side, listeners } of stages) {
    const answer = await say(side.connections[0]!, room, listeners.length, side.deliveries);
    v.parse(routes.sendMessage.responses[201], JSON.parse(answer));
    await side.deliveries.take(10_000);
    const frames = listeners.map((listener) => listener.lastText());
    const bare = frames.map((text) => text.length - String(v.parse(LiveEvent, JSON.parse(text)).seq).length);
    sizes.add([answer.length, ...bare].join(', '));
  }
  if (sizes.size > 1)
    throw new Error(`answer and frames are of different sizes: ${[...sizes].join(' and ')} characters`);
}
