import { setTimeout as pause } from 'node:timers/promises';
import { type LogLine, Hub } from '@chat-ticket/api';
import type { PublishedEvent } from '@chat-ticket/storage';
import type { Databases } from '../database/open-databases.ts';

/** How often each hub reads events that other processes have written, in ms. */
const tickMs = 1_000;

export type Hubs = {
  /** The hub of a workspace. Opens it at the first use. */
  of(workspace: string): Hub;
  /** How many connections the workspace has. */
  count(workspace: string): number;
  /** Sends the events of a committed write to the workspace’s connections. */
  publish(workspace: string, events: readonly PublishedEvent[]): void;
  /** Closes all connections. */
  stop(): Promise<void>;
};

/** The hubs of this process: one for each workspace that has had a live connection. */
export function openHubs(databases: Databases, log: (line: LogLine) => void): Hubs {
  const hubs = new Map<string, Hub>();
  const publish = (workspace: string, events: readonly PublishedEvent[]) =>
    hubs.get(workspace)?.publish(events);

  const openHub = (workspace: string) =>
    new Hub({
      openDatabase: async () => {
        const database = await databases.open(workspace);
        if (!database) throw new Error(`this desk no longer serves the workspace ${workspace}`);
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
    count: (workspace) => hubs.get(workspace)?.size ?? 0,
    publish,
    stop: async () => {
      clearInterval(timer);
      for (const hub of hubs.values()) hub.stop();
      await ticking;
    },
  };
}
