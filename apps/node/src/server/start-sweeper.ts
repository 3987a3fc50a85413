import { setTimeout as sleep } from 'node:timers/promises';
import type { LogLine } from '@chat-ticket/api';
import { sweep } from '@chat-ticket/storage';
import type { Databases } from '../database/open-databases.ts';
import type { Hubs } from '../live/open-hubs.ts';

/** Another process can bring a deadline about that this one does not know of. */
const longestPauseMs = 1_000;
/** A desk that is behind still answers requests between two passes. */
const shortestPauseMs = 20;
const pauseAfterFailureMs = 5_000;

export type Sweeper = { stop(): Promise<void> };

/** Does what falls due in every workspace, for as long as the process serves. */
export function startSweeper(
  databases: Databases,
  hubs: Pick<Hubs, 'publish'>,
  log: (entry: LogLine) => void,
): Sweeper {
  const stopping = new AbortController();
  const ended = keepSweeping(databases, hubs, log, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

async function keepSweeping(
  databases: Databases,
  hubs: Pick<Hubs, 'publish'>,
  log: (entry: LogLine) => void,
  signal: AbortSignal,
): Promise<void> {
  const failedUntil = new Map<string, number>();
  while (!signal.aborted) {
    let pauseMs = longestPauseMs;
    for (const workspace of databases.workspaces()) {
      if (signal.aborted) return;
      if ((failedUntil.get(workspace) ?? 0) > Date.now()) continue;
      try {
        const nextDueAt = await sweepOne(databases, hubs, workspace);
        if (nextDueAt !== null) pauseMs = Math.min(pauseMs, nextDueAt - Date.now());
      } catch (error) {
        log({ level: 'error', message: 'deadlines not kept', requestId: 'sweep', workspace, error });
        failedUntil.set(workspace, Date.now() + pauseAfterFailureMs);
      }
    }
    // It rejects when it is cut short, which is no failure.
    await sleep(Math.max(pauseMs, shortestPauseMs), undefined, { signal }).catch(() => {});
  }
}

async function sweepOne(
  databases: Databases,
  hubs: Pick<Hubs, 'publish'>,
  workspace: string,
): Promise<number | null> {
  const database = await databases.open(workspace);
  if (!database) return null;
  const { events, nextDueAt } = await sweep(database, {
    now: Date.now(),
    newId: () => crypto.randomUUID(),
  });
  hubs.publish(workspace, events);
  return nextDueAt;
}
