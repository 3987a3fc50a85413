import { setTimeout as pause } from 'node:timers/promises';
import { type LogLine, Hub } from '@chat-ticket/api';
import type { PublishedEvent } from '@chat-ticket/storage';
import type { Databases } from '../database/open-databases.ts';

/** How often each hub looks for what other processes have written. */
const tickMs = 1_000;

export type Hubs = {
  of(workspace: string): Hub;
  publish(workspace: string, events: readonly PublishedEvent[]): void;
  /** Ends all connections. */
  stop(): Promise<void>;
};

/** The hubs of this process, one for each workspace that anyone has listened to. */
export function openHubs(databases: Databases, log: (entry: LogLine) => void): Hubs {
  const hubs = new Map<string, Hub>();
  const publish = (workspace: string, events: readonly PublishedEvent[]) =>
    hubs.get(workspace)?.publish(events);

  const openHub = (workspace: string) =>
    new Hub({
      openDatabase: async () => {
        const database = await databases.open(workspace);
        if (!database) throw new Error(`workspace ${workspace} is not served any more`);
        return database;
      },
      now: Date.now,
      newId: () => crypto.randomUUID(),
      pause: (ms) => pause(ms),
      publish: (events) => publish(workspace, events),
      log,
    });

  let ticking: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    ticking ??= Promise.all([...hubs.values()].map((hub) => hub.tick())).finally(() => {
      ticking = undefined;
    });
  }, tickMs);

  return {
    of: (workspace) => {
      const hub = hubs.get(workspace) ?? openHub(workspace);
      hubs.set(workspace, hub);
      return hub;
    },
    publish,
    stop: async () => {
      clearInterval(timer);
      for (const hub of hubs.values()) hub.stop();
      await ticking;
    },
  };
}
