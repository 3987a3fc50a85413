import { Settings } from '@chat-ticket/contract';
import { autoCloseEffect } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import * as v from 'valibot';

const warnMs = 60_000;
const closeMs = 85_000;
const noticeMs = 20_000;
export const wrapUpMs = 300_000;

const says = fc.constantFrom(
  { does: 'says', role: 'customer', kind: 'message' } as const,
  { does: 'says', role: 'agent', kind: 'message' } as const,
  { does: 'says', role: 'agent', kind: 'message' } as const,
  { does: 'says', role: 'supervisor', kind: 'message' } as const,
  { does: 'says', role: 'service', kind: 'message' } as const,
  { does: 'says', role: 'service', kind: 'system' } as const,
  { does: 'says', role: 'agent', kind: 'note' } as const,
);
const waits = fc.record({
  does: fc.constant('waits' as const),
  ms: fc.constantFrom(1_000, 19_999, 20_000, 30_000, 59_999, 60_000, 85_000, 500_000),
});
const sweeps = fc.record({ does: fc.constantFrom('sweeps' as const, 'sweeps twice' as const) });
const changes = fc.record({
  does: fc.constantFrom(
    ...(['extends', 'transfers', 'escalates', 'changes a field', 'saves the settings'] as const),
  ),
});
const step = fc.oneof(
  { weight: 4, arbitrary: says },
  { weight: 6, arbitrary: waits },
  { weight: 6, arbitrary: sweeps },
  { weight: 1, arbitrary: changes },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What can happen around a chat, in any order. */
export const story = fc.record({
  wrapsUp: fc.boolean(),
  steps: fc.array(step, { minLength: 5, maxLength: 30 }),
});

const autoClose = { warnSeconds: warnMs / 1000, closeSeconds: closeMs / 1000 };
export const settings = v.parse(Settings, {
  capacity: 100,
  queues: [
    { id: 'wrap', takes: { entityIds: ['wrap'] }, wrapUpSeconds: wrapUpMs / 1000, autoClose },
    { id: 'plain', autoClose },
  ],
});

/** The rule in its plainest form: since when the customer has owed the reply, and what came of it. */
export class IdleChat {
  agentId: string | null;
  #idle: { since: number; warnedAt: number | null } | null = null;
  said = 0;
  warnings = 0;
  isClosed = false;

  constructor(agentId: string) {
    this.agentId = agentId;
  }

  /** What the database has to show: the warning, the close and whether it was warned. */
  get shown(): [number | null, number | null, number] {
    if (!this.#idle) return [null, null, 0];
    const { since, warnedAt } = this.#idle;
    if (warnedAt === null) return [since + warnMs, since + closeMs, 0];
    return [warnedAt, Math.max(since + closeMs, warnedAt + noticeMs), 1];
  }

  /** Takes the step, and answers whether the desk is to take it. */
  take(taken: Step, now: number): boolean {
    const restarted = { since: now, warnedAt: null };
    switch (taken.does) {
      case 'says': {
        if (taken.role === 'agent' && this.agentId === null) return false;
        this.said += 1;
        const effect = autoCloseEffect(taken.role, taken.kind);
        if (effect === 'stops') this.#idle = null;
        else if (this.#idle || (effect === 'starts' && this.agentId !== null)) this.#idle = restarted;
        return true;
      }
      case 'extends':
        if (!this.#idle) return false;
        this.#idle = restarted;
        return true;
      case 'transfers':
        this.agentId = this.agentId === 'ann' ? 'ben' : 'ann';
        this.#idle = null;
        return true;
      case 'escalates': {
        const isWithAgent = this.agentId !== null;
        this.agentId = null;
        this.#idle = null;
        return isWithAgent;
      }
      case 'sweeps':
      case 'sweeps twice':
        this.#sweep(now);
        return true;
      default:
        return true;
    }
  }

  #sweep(now: number): void {
    const [warningAt, closeAt, isWarned] = this.shown;
    if (!this.#idle || warningAt === null || closeAt === null) return;
    if (isWarned && now >= closeAt) {
      this.isClosed = true;
      this.#idle = null;
    } else if (!isWarned && now >= warningAt) {
      this.#idle.warnedAt = now;
      this.said += 1;
      this.warnings += 1;
    }
  }
}
