import { randomInt } from 'node:crypto';
import { expectNothingLost, storm } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { startStormEdge } from './start-storm-edge.ts';

it('loses, doubles and reorders nothing on wrangler dev, also when what tells it was taken out of memory', async () => {
  const desk = await startStormEdge();
  // A Durable Object to which nothing comes for 10 s is evicted, and its connections are left open.
  const size = { writers: 6, messagesEach: 200, readers: 12, cuts: 200, kills: 5, quietMs: 30_000 };
  expect(expectNothingLost(await storm(desk, size, randomInt(2 ** 31)))).toMatchObject({ killed: 5 });
});
