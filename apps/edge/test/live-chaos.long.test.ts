import { randomInt } from 'node:crypto';
import { expectNothingLost, runChaos } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { startChaosEdge } from './start-chaos-edge.ts';

it('loses, doubles and reorders nothing on wrangler dev, also when what tells it was taken out of memory', async () => {
  const desk = await startChaosEdge();
  // A Durable Object to which nothing comes for 10 s is evicted, and its connections are left open.
  const size = { writers: 6, messagesEach: 200, readers: 12, cuts: 200, kills: 5, quietMs: 30_000 };
  expect(expectNothingLost(await runChaos(desk, size, randomInt(2 ** 31)))).toMatchObject({ killed: 5 });
});
