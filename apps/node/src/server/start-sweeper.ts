import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { type LogLine, sweepLine } from '@chat-ticket/api';
import { type Database, sweep } from '@chat-ticket/storage';
import type { Databases } from '../database/open-databases.ts';
import type { Hubs } from '../live/open-hubs.ts';

/** The longest pause between sweeps. Another process can set a deadline that this process does not know. */
const longestPauseMs = 1_000;
/** The shortest pause between sweeps. A desk that is behind must still respond to requests. */
const shortestPauseMs = 20;
/** How long a workspace is not swept after its sweep failed. */
const pauseAfterFailureMs = 5_000;

export type Sweeper = { stop(): Promise<void> };

/** Sweeps the deadlines of every workspace until it is stopped. */
export function startSweeper(
  databases: Databases,
  hubs: Pick<Hubs, 'publish'>,
  log: (line: LogLine) => void,
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
  log: (line: LogLine) => void,
  signal: AbortSignal,
): Promise<void> {
  const failedUntil = new Map<string, number>();
  while (!signal.aborted) {
    let pauseMs = longestPauseMs;
    for (const workspace of databases.workspaces()) {
      if (signal.aborted) return;
      if ((failedUntil.get(workspace) ?? 0) > Date.now()) continue;
      try {
        const nextDueAt = await sweepOne(databases, hubs, log, workspace);
        if (nextDueAt !== null) pauseMs = Math.min(pauseMs, nextDueAt - Date.now());
      } catch (error) {
        log({ level: 'error', message: 'sweep failed', requestId: 'sweep', workspace, error });
        failedUntil.set(workspace, Date.now() + pauseAfterFailureMs);
      }
    }
    // It rejects when `stop` aborts it.
    await sleep(Math.max(pauseMs, shortestPauseMs), undefined, { signal }).catch(() => {});
  }
}

async function sweepOne(
  databases: Databases,
  hubs: Pick<Hubs, 'publish'>,
  log: (line: LogLine) => void,
  workspace: string,
): Promise<number | null> {
  const database = await databases.open(workspace);
  if (!database) return null;
  const { events, nextDueAt } = await sweep(oneBatchPerTurn(database), {
    now: Date.now(),
    newId: () => crypto.randomUUID(),
  });
  const line = sweepLine(workspace, events);
  if (line) log(line);
  hubs.publish(workspace, events);
  return nextDueAt;
}

/**
 * The same database. Each batch waits for the next turn of the event loop: the embedded database answers at once, and a
 * sweep of many batches would otherwise keep requests waiting.
 */
const oneBatchPerTurn = (db: Database): Database => ({
  batch: async (statements, mode) => {
    await nextTurn();
    return db.batch(statements, mode);
  },
});
