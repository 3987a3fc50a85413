import { gapLine, sweepLine } from '@chat-ticket/api';
import { closeGap, sweep } from '@chat-ticket/storage';
import { DurableObject } from 'cloudflare:workers';
import { type Bindings, type SweeperMethods, variablesOf } from './bindings.ts';
import { fanOut } from './fan-out.ts';
import { log } from './log.ts';
import { openDatabase } from './open-database.ts';
import { servedUntil, type SweepBy } from './served-until.ts';

/** How long after a write the sweep runs. One sweep covers all writes of that time. */
export const wakeAfterMs = 1_000;
const pauseAfterFailureMs = 5_000;

const newId = () => crypto.randomUUID();

/**
 * Sweeps the deadlines of one workspace, each by an alarm. The deadlines are in the database, so an alarm that is
 * lost, late or repeated does no harm. The cron wakes every sweeper once a minute.
 */
export class Sweeper extends DurableObject<Bindings> implements SweeperMethods {
  /** When the sweep for the last write is due. A running alarm does not see writes that arrive during it. */
  #wakeAt = 0;

  async wake(workspace: string): Promise<void> {
    const { storage } = this.ctx;
    if ((await storage.get('workspace')) !== workspace) {
      await storage.put('workspace', workspace);
      await this.env.WORKSPACES.getByName('all').remember(workspace);
    }
    this.#wakeAt = Date.now() + wakeAfterMs;
    const alarmAt = await storage.getAlarm();
    if (alarmAt === null || alarmAt > this.#wakeAt) await storage.setAlarm(this.#wakeAt);
  }

  /**
   * Sweeps, and sets the next alarm. Never throws: the runtime retries a failed alarm six times, then drops it.
   * https://developers.cloudflare.com/durable-objects/api/alarms/
   */
  override async alarm(): Promise<void> {
    const { storage } = this.ctx;
    const workspace = await storage.get<string>('workspace');
    if (workspace === undefined) return;
    const startedAt = Date.now();
    const sweepBy = await storage.get<SweepBy>('sweepBy');
    const { dueAt, hasSwept } = await this.#sweep(workspace, servedUntil(sweepBy, startedAt));
    const times = [dueAt ?? Infinity, this.#wakeAt > startedAt ? this.#wakeAt : Infinity];
    const nextAt = Math.min(...times, (await storage.getAlarm()) ?? Infinity);
    if (nextAt < Infinity) await storage.setAlarm(nextAt);
    if (hasSwept) await storage.put<SweepBy>('sweepBy', { sweptAt: startedAt, nextAt: dueAt });
  }

  /** `dueAt`: when to sweep again, in ms since 1970. Null: no deadline is set. */
  async #sweep(
    workspace: string,
    ownServedUntil: number | null,
  ): Promise<{ dueAt: number | null; hasSwept: boolean }> {
    try {
      const database = openDatabase(variablesOf(this.env), workspace, 'chat-ticket-sweeper');
      if (!database) return { dueAt: null, hasSwept: false };
      const now = Date.now();
      const gap = await closeGap(database, { now, newId, ownServedUntil });
      if (gap) log(gapLine(workspace, gap));
      const { events, nextDueAt } = await sweep(database, { now, newId });
      const line = sweepLine(workspace, events);
      if (line) log(line);
      await fanOut(this.env, workspace, events);
      return { dueAt: nextDueAt, hasSwept: true };
    } catch (error) {
      log({ level: 'error', message: 'sweep failed', requestId: 'sweep', workspace, error });
      return { dueAt: Date.now() + pauseAfterFailureMs, hasSwept: false };
    }
  }
}
