import type { LogEntry } from '@chat-ticket/api';
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
  log: (entry: LogEntry) => void,
): Sweeper {
  let isStopped = false;
  let wake = () => {};
  const failedUntil = new Map<string, number>();

  const sweepAll = async (): Promise<number> => {
    let pauseMs = longestPauseMs;
    for (const workspace of databases.workspaces()) {
      if (isStopped) break;
      if ((failedUntil.get(workspace) ?? 0) > Date.now()) continue;
      try {
        const database = await databases.open(workspace);
        if (!database) continue;
        const { events, nextDueAt } = await sweep(database, {
          now: Date.now(),
          newId: () => crypto.randomUUID(),
        });
        hubs.publish(workspace, events);
        if (nextDueAt !== null) pauseMs = Math.min(pauseMs, nextDueAt - Date.now());
      } catch (error) {
        log({ level: 'error', message: 'deadlines not kept', requestId: 'sweep', workspace, error });
        failedUntil.set(workspace, Date.now() + pauseAfterFailureMs);
      }
    }
    return Math.max(pauseMs, shortestPauseMs);
  };

  const pause = (ms: number) =>
    isStopped
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });

  const ended = (async () => {
    while (!isStopped) await pause(await sweepAll());
  })();

  return {
    stop: async () => {
      isStopped = true;
      wake();
      await ended;
    },
  };
}
