import type { PublishedEvent } from '@chat-ticket/storage';
import { type Bindings, log } from './bindings.ts';
import type { LiveHub } from './live-hub.ts';

/** The object that has the sockets of a workspace’s people, or those of one room’s customer. */
export const hubOf = (
  { LIVE_HUB }: Bindings,
  workspace: string,
  roomId?: string,
): DurableObjectStub<LiveHub> =>
  // No workspace has a slash in its name.
  LIVE_HUB.getByName(roomId === undefined ? workspace : `${workspace}/${roomId}`);

/**
 * Tells the hubs what a committed write has put into the log: the workspace’s all of it, each room’s its part.
 * Never throws: a hub that was not told reads the log by itself.
 */
export async function handOver(
  bindings: Bindings,
  workspace: string,
  events: readonly PublishedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const told = [hubOf(bindings, workspace).publish([...events])];
  for (const [roomId, part] of byRoom(events)) told.push(hubOf(bindings, workspace, roomId).publish(part));
  for (const outcome of await Promise.allSettled(told))
    if (outcome.status === 'rejected')
      log({
        level: 'error',
        message: 'events not handed over',
        requestId: 'live',
        workspace,
        error: outcome.reason,
      });
}

/** Without rooms that are only being made: nobody can know of one before the answer. */
function byRoom(events: readonly PublishedEvent[]): Map<string, PublishedEvent[]> {
  const rooms = new Map<string, PublishedEvent[]>();
  for (const event of events)
    if (event.roomId !== null) rooms.set(event.roomId, [...(rooms.get(event.roomId) ?? []), event]);
  for (const { type, roomId } of events)
    if (type === 'ticket.created' && roomId !== null) rooms.delete(roomId);
  return rooms;
}
