import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { killDesk } from './kill/kill-desk.ts';

it(
  'keeps each acknowledged change exactly once when the process is killed',
  { timeout: 120_000 },
  async () => {
    const { chats, repeats } = await killDesk({ workers: 4, kills: 3, chatsPerKill: 30 }, randomInt(2 ** 31));
    expect(chats).toBeGreaterThanOrEqual(90);
    expect(repeats, 'requests that a kill interrupted').toBeGreaterThan(0);
  },
);
