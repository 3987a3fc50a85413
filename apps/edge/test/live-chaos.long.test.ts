import { randomInt } from 'node:crypto';
import { expectNothingLost, runChaos } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { startChaosEdge } from './start-chaos-edge.ts';

it('loses, repeats and reorders no message on wrangler dev, also when its hubs were dropped from memory', async () => {
  const desk = await startChaosEdge();
  // The runtime evicts a Durable Object after 10 s without work. Its connections stay open.
  const size = { writers: 6, messagesEach: 200, readers: 12, cuts: 200, kills: 5, quietMs: 30_000 };
  expect(expectNothingLost(await runChaos(desk, size, randomInt(2 ** 31)))).toMatchObject({ killed: 5 });
});
