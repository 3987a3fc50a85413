import { Settings } from '@chat-ticket/contract';
import { autoCloseEffect } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import * as v from 'valibot';

const warnMs = 60_000;
const closeMs = 85_000;
const noticeMs = 20_000;
export const wrapUpMs = 300_000;

const sendMessage = fc.constantFrom(
  { action: 'send message', role: 'customer', kind: 'message' } as const,
  { action: 'send message', role: 'agent', kind: 'message' } as const,
  { action: 'send message', role: 'agent', kind: 'message' } as const,
  { action: 'send message', role: 'supervisor', kind: 'message' } as const,
  { action: 'send message', role: 'service', kind: 'message' } as const,
  { action: 'send message', role: 'service', kind: 'system' } as const,
  { action: 'send message', role: 'agent', kind: 'note' } as const,
);
const wait = fc.record({
  action: fc.constant('wait' as const),
  ms: fc.constantFrom(1_000, 19_999, 20_000, 30_000, 59_999, 60_000, 85_000, 500_000),
});
const sweep = fc.record({ action: fc.constantFrom('sweep' as const, 'sweep twice' as const) });
const change = fc.record({
  action: fc.constantFrom(
    ...(['extend', 'transfer', 'escalate', 'change a field', 'save the settings'] as const),
  ),
});
const step = fc.oneof(
  { weight: 4, arbitrary: sendMessage },
  { weight: 6, arbitrary: wait },
  { weight: 6, arbitrary: sweep },
  { weight: 1, arbitrary: change },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Random steps of one chat, in a queue with or without wrap-up. */
export const scenario = fc.record({
  hasWrapUp: fc.boolean(),
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

/**
 * A model of the rule that warns and closes an idle chat. It remembers since when the customer has owed the reply, in
 * ms since 1970, and derives everything else.
 */
export class IdleChat {
  agentId: string | null;
  #idle: { since: number; warnedAt: number | null } | null = null;
  messageCount = 0;
  warningCount = 0;
  isClosed = false;

  constructor(agentId: string) {
    this.agentId = agentId;
  }

  /** The columns `auto_close_warning_at`, `auto_close_at` and `is_auto_close_warned` of the ticket. */
  get columns(): [number | null, number | null, number] {
    if (!this.#idle) return [null, null, 0];
    const { since, warnedAt } = this.#idle;
    if (warnedAt === null) return [since + warnMs, since + closeMs, 0];
    return [warnedAt, Math.max(since + closeMs, warnedAt + noticeMs), 1];
  }

  /** Applies the step, and returns whether the desk must accept it. */
  apply(own: Step, now: number): boolean {
    const restarted = { since: now, warnedAt: null };
    switch (own.action) {
      case 'send message': {
        if (own.role === 'agent' && this.agentId === null) return false;
        this.messageCount += 1;
        const effect = autoCloseEffect(own.role, own.kind);
        if (effect === 'stops') this.#idle = null;
        else if (this.#idle || (effect === 'starts' && this.agentId !== null)) this.#idle = restarted;
        return true;
      }
      case 'extend':
        if (!this.#idle) return false;
        this.#idle = restarted;
        return true;
      case 'transfer':
        this.agentId = this.agentId === 'ann' ? 'ben' : 'ann';
        this.#idle = null;
        return true;
      case 'escalate': {
        const hasAgent = this.agentId !== null;
        this.agentId = null;
        this.#idle = null;
        return hasAgent;
      }
      case 'sweep':
      case 'sweep twice':
        this.#sweep(now);
        return true;
      default:
        return true;
    }
  }

  #sweep(now: number): void {
    const [warningAt, closeAt, isWarned] = this.columns;
    if (!this.#idle || warningAt === null || closeAt === null) return;
    if (isWarned && now >= closeAt) {
      this.isClosed = true;
      this.#idle = null;
    } else if (!isWarned && now >= warningAt) {
      this.#idle.warnedAt = now;
      this.messageCount += 1;
      this.warningCount += 1;
    }
  }
}
