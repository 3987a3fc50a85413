import type { PublishedEvent } from '@chat-ticket/storage';
import type { Bindings, LiveHubMethods } from './bindings.ts';
import { log } from './log.ts';

/** The hub of a workspace’s agents and services, or with a room id the hub of that room’s customer. */
export const hubStub = (
  { LIVE_HUB }: Bindings,
  workspace: string,
  roomId?: string,
): DurableObjectStub<LiveHubMethods> =>
  // A workspace name contains no slash.
  LIVE_HUB.getByName(roomId === undefined ? workspace : `${workspace}/${roomId}`);

/**
 * Publishes the events of a committed write to the hubs: all events to the workspace’s hub, and each room’s events
 * to that room’s hub. Never throws: a hub that misses events reads them from the event log at its next tick.
 */
export async function fanOut(
  bindings: Bindings,
  workspace: string,
  events: readonly PublishedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const calls = [hubStub(bindings, workspace).publish([...events])];
  for (const [roomId, roomEvents] of groupByRoom(events))
    calls.push(hubStub(bindings, workspace, roomId).publish(roomEvents));
  for (const outcome of await Promise.allSettled(calls))
    if (outcome.status === 'rejected')
      log({
        level: 'error',
        message: 'events not published to a hub',
        requestId: 'live',
        workspace,
        error: outcome.reason,
      });
}

/** Omits rooms that this write creates: no customer can be connected to one before the response. */
function groupByRoom(events: readonly PublishedEvent[]): Map<string, PublishedEvent[]> {
  const rooms = new Map<string, PublishedEvent[]>();
  for (const event of events)
    if (event.roomId !== null) rooms.set(event.roomId, [...(rooms.get(event.roomId) ?? []), event]);
  for (const { type, roomId } of events)
    if (type === 'ticket.created' && roomId !== null) rooms.delete(roomId);
  return rooms;
}
