import { expect, it } from 'vitest';
import { estimateWait } from './estimate-wait.ts';

const now = 1_000_000;
const standing = (position: number | null, secondsAgo: readonly number[], queueIsOpen = true) => ({
  position,
  queueIsOpen,
  answeredAt: secondsAgo.map((seconds) => now - seconds * 1000),
});
const everyMinute = [0, 60, 120, 180, 240];

it('is the mean time between the last assignments, times the position', () => {
  const pace = [30, 90, 150, 210, 270, 300];
  expect(estimateWait(standing(1, pace), now)).toEqual({ estimate: 'measured', seconds: 50 });
  expect(estimateWait(standing(4, pace), now)).toEqual({ estimate: 'measured', seconds: 200 });
});

it('is in whole seconds, rounded up', () => {
  expect(estimateWait(standing(1, [0, 0, 0, 0, 1]), now)).toEqual({ estimate: 'measured', seconds: 1 });
  expect(estimateWait(standing(6, [0, 0, 0, 0, 1]), now)).toEqual({ estimate: 'measured', seconds: 2 });
});

it('grows while nothing is assigned', () => {
  const first = standing(1, everyMinute);
  expect(estimateWait(first, now)).toEqual({ estimate: 'measured', seconds: 48 });
  expect(estimateWait(first, now + 1_800_000)).toEqual({ estimate: 'measured', seconds: 408 });
});

it('is missing below five assignments', () => {
  for (const few of [[], [10], [10, 20, 30, 40]])
    expect(estimateWait(standing(1, few), now)).toEqual({ estimate: 'too_little_history' });
});

it('is missing while the queue is closed, whatever its pace was', () => {
  expect(estimateWait(standing(1, everyMinute, false), now)).toEqual({ estimate: 'queue_closed' });
});

it('is null for a ticket without a position', () => {
  expect(estimateWait(standing(null, everyMinute), now)).toBeNull();
});
