import { Settings } from '@chat-ticket/contract';
import * as fc from 'fast-check';
import * as v from 'valibot';

const warnMs = 60_000;
const closeMs = 85_000;
export const noticeMs = 20_000;

const says = fc.constantFrom(
  ...(['customer', 'agent', 'agent', 'supervisor', 'service'] as const).map((role) => ({
    role,
    kind: 'message' as const,
  })),
  { role: 'agent', kind: 'note' } as const,
  { role: 'service', kind: 'system' } as const,
);
const waits = fc.constantFrom(1_000, 19_999, 20_000, 30_000, 59_999, 60_000, 85_000, 500_000);
const step = fc.oneof(
  { weight: 4, arbitrary: says.map((said) => ({ does: 'says' as const, ...said })) },
  { weight: 6, arbitrary: waits.map((ms) => ({ does: 'waits' as const, ms })) },
  { weight: 6, arbitrary: fc.constantFrom({ does: 'sweeps' as const }, { does: 'sweeps twice' as const }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...(['extends', 'transfers', 'escalates', 'changes a field', 'saves the settings'] as const).map(
        (does) => ({ does }),
      ),
    ),
  },
);
/** What can happen in a room, in any order. */
export const story = fc.record({
  wrapsUp: fc.boolean(),
  steps: fc.array(step, { minLength: 5, maxLength: 30 }),
});

const autoClose = { warnSeconds: warnMs / 1000, closeSeconds: closeMs / 1000 };
export const settings = v.parse(Settings, {
  capacity: 100,
  queues: [
    { id: 'wrap', takes: { entityIds: ['wrap'] }, wrapUpSeconds: 300, autoClose },
    { id: 'plain', autoClose },
  ],
});

/** The rule in its plainest form: since when the customer has owed the reply, and what came of it. */
export type Idle = { since: number; warnedAt: number | null } | null;

/** What the database has to show of it. */
export const shownOf = (idle: Idle) => {
  if (!idle) return [null, null, 0];
  const { since, warnedAt } = idle;
  if (warnedAt === null) return [since + warnMs, since + closeMs, 0];
  return [warnedAt, Math.max(since + closeMs, warnedAt + noticeMs), 1];
};
