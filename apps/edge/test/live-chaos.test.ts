import { randomInt } from 'node:crypto';
import { expectNothingLost, runChaos } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { startChaosEdge } from './start-chaos-edge.ts';

// A small version of live-chaos.long.test.ts, which says what it proves and how.

it(
  'sends every reader each message once and in order on wrangler dev, despite cut connections and kills',
  { timeout: 120_000 },
  async () => {
    const desk = await startChaosEdge();
    const size = { writers: 4, messagesEach: 50, readers: 8, cuts: 60, kills: 2 };
    expect(expectNothingLost(await runChaos(desk, size, randomInt(2 ** 31)))).toMatchObject({ killed: 2 });
  },
);
