import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { killDesk } from './kill/kill-desk.ts';

// A long version of kill.test.ts.

it('keeps each acknowledged change exactly once in 100 kills of the process', async () => {
  const { repeats } = await killDesk({ workers: 8, kills: 100, chatsPerKill: 60 }, randomInt(2 ** 31));
  expect(repeats, 'requests that a kill interrupted').toBeGreaterThan(100);
});
