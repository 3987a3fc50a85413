import { sweep } from '@chat-ticket/storage';
import { DurableObject } from 'cloudflare:workers';
import { type Bindings, log, openDatabase, variablesOf } from './bindings.ts';
import { handOver } from './hand-over.ts';

/** What was written since the last alarm is looked at so much later. */
export const wakeAfterMs = 1_000;
const pauseAfterFailureMs = 5_000;

/**
 * Keeps the deadlines of one workspace, each by an alarm. The truth is in the database: an alarm that is
 * lost, late or doubled does no harm, and the cron sets a lost one again.
 */
export class Sweeper extends DurableObject<Bindings> {
  /** An earlier alarm does not cover what was written behind it and woke nobody any more. */
  #lookAt = 0;

  /** Something was written, or a minute has passed: looks for what is due, and when to look again. */
  async wake(workspace: string): Promise<void> {
    const { storage } = this.ctx;
    if ((await storage.get('workspace')) !== workspace) {
      await storage.put('workspace', workspace);
      await this.env.WORKSPACES.getByName('all').remember(workspace);
    }
    this.#lookAt = Date.now() + wakeAfterMs;
    const alarmAt = await storage.getAlarm();
    if (alarmAt === null || alarmAt > this.#lookAt) await storage.setAlarm(this.#lookAt);
  }

  /** Never throws: what the runtime tries again it gives up after six times. */
  override async alarm(): Promise<void> {
    const { storage } = this.ctx;
    const workspace = await storage.get<string>('workspace');
    if (workspace === undefined) return;
    const beganAt = Date.now();
    const dueAt = await this.#sweep(workspace);
    const times = [dueAt ?? Infinity, this.#lookAt > beganAt ? this.#lookAt : Infinity];
    const nextAt = Math.min(...times, (await storage.getAlarm()) ?? Infinity);
    if (nextAt < Infinity) await storage.setAlarm(nextAt);
  }

  async #sweep(workspace: string): Promise<number | null> {
    try {
      const database = openDatabase(variablesOf(this.env), workspace, 'chat-ticket-sweeper');
      if (!database) return null;
      const { events, nextDueAt } = await sweep(database, {
        now: Date.now(),
        newId: () => crypto.randomUUID(),
      });
      await handOver(this.env, workspace, events);
      return nextDueAt;
    } catch (error) {
      log({ level: 'error', message: 'deadlines not kept', requestId: 'sweep', workspace, error });
      return Date.now() + pauseAfterFailureMs;
    }
  }
}
