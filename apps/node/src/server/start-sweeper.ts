import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { gapLine, type LogLine, sweepLine } from '@chat-ticket/api';
import { closeGap, type Database, recordServed, send, sweep } from '@chat-ticket/storage';
import type { Databases } from '../database/open-databases.ts';
import type { Hubs } from '../live/open-hubs.ts';

/** The longest pause between sweeps. Another process can set a deadline that this process does not know. */
const longestPauseMs = 1_000;
/** The shortest pause between sweeps. A desk that is behind must still respond to requests. */
const shortestPauseMs = 20;
/** How long a workspace is not swept after its sweep failed. */
const pauseAfterFailureMs = 5_000;
/** How often the desk records that it serves, while a deadline runs. Shorter than the tolerance of a gap. */
const recordEveryMs = 2_000;

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
  // Measured with a clock that does not jump.
  const failedUntil = new Map<string, number>();
  const served = new Map<string, Served>();
  while (!signal.aborted) {
    let pauseMs = longestPauseMs;
    for (const workspace of databases.workspaces()) {
      if (signal.aborted) return;
      if ((failedUntil.get(workspace) ?? 0) > performance.now()) continue;
      try {
        const nextDueAt = await sweepOne(databases, hubs, log, workspace, served);
        if (nextDueAt !== null) pauseMs = Math.min(pauseMs, nextDueAt - Date.now());
      } catch (error) {
        log({ level: 'error', message: 'sweep failed', requestId: 'sweep', workspace, error });
        failedUntil.set(workspace, performance.now() + pauseAfterFailureMs);
      }
    }
    // It rejects when `stop` aborts it.
    await sleep(Math.max(pauseMs, shortestPauseMs), undefined, { signal }).catch(() => {});
  }
}

/** When this process last swept a workspace, and when it last recorded that, in ms since 1970. */
type Served = { sweptAt: number; recordedAt: number };

const newId = () => crypto.randomUUID();

async function sweepOne(
  databases: Databases,
  hubs: Pick<Hubs, 'publish'>,
  log: (line: LogLine) => void,
  workspace: string,
  served: Map<string, Served>,
): Promise<number | null> {
  const database = await databases.open(workspace);
  if (!database) return null;
  const last = served.get(workspace) ?? null;
  const now = Date.now();
  const startedAt = performance.now();
  const inTurns = oneBatchPerTurn(database);
  const gap = await closeGap(inTurns, { now, newId, ownServedUntil: last?.sweptAt ?? null });
  if (gap) log(gapLine(workspace, gap));
  const { events, nextDueAt } = await sweep(inTurns, { now, newId });
  const line = sweepLine(workspace, events);
  if (line) log(line);
  hubs.publish(workspace, events);
  // An idle desk writes nothing.
  const isRecordDue = nextDueAt !== null && Math.abs(now - (last?.recordedAt ?? 0)) >= recordEveryMs;
  if (isRecordDue) await record(database, now);
  // A long sweep is no gap.
  const sweptAt = now + Math.round(performance.now() - startedAt);
  served.set(workspace, { sweptAt, recordedAt: isRecordDue ? now : (last?.recordedAt ?? 0) });
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

const record = (database: Database, now: number) =>
  send(database, recordServed, { changeId: newId(), now, actorRole: 'system', actorId: 'sweep' });
