import { randomInt } from 'node:crypto';
import { expectNothingLost, runChaos } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { startChaosDesk } from './live/start-chaos-desk.ts';

// A small version of live-chaos.long.test.ts, which says what it proves and how.

it(
  'sends every reader each message once and in order, despite cut connections and killed servers',
  { timeout: 120_000 },
  async () => {
    const desk = await startChaosDesk();
    const size = { writers: 4, messagesEach: 100, readers: 6, cuts: 40, kills: 2 };
    expect(expectNothingLost(await runChaos(desk, size, randomInt(2 ** 31)))).toMatchObject({ killed: 2 });
  },
);
