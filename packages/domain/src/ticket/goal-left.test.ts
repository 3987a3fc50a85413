import { expect, it } from 'vitest';
import { goalLeftMs } from './goal-left.ts';

const ticket = { status: 'CREATED', createdAt: 1000, firstAssignedAt: null, goalMs: 60_000 } as const;

it('is the time until the goal, and negative after it', () => {
  expect(goalLeftMs(ticket, 1000)).toBe(60_000);
  expect(goalLeftMs(ticket, 61_000)).toBe(0);
  expect(goalLeftMs({ ...ticket, status: 'ESCALATED' }, 71_000)).toBe(-10_000);
});

it.each([
  { status: 'ASSIGNED' },
  { status: 'WORKFLOW_PENDING' },
  { status: 'CLOSED' },
  { firstAssignedAt: 2000 },
  { goalMs: null },
] as const)('is null of a ticket with %j', (changes) => {
  expect(goalLeftMs({ ...ticket, ...changes }, 1000)).toBeNull();
});
