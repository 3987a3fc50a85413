import { randomInt } from 'node:crypto';
import { expectNothingLost, runChaos } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { startChaosEdge } from './start-chaos-edge.ts';

// Proves that the live channel on Workers loses no event, repeats none and keeps their order, whatever fails. Writers send
// messages while connections are reset, `wrangler dev` is killed, and the Durable Objects are evicted. At the end, what
// each reader received must equal what the database holds for it. A failure prints the seed of the run.

it('loses, repeats and reorders no message on wrangler dev, also when its hubs were dropped from memory', async () => {
  const desk = await startChaosEdge();
  // The runtime evicts a Durable Object after 10 s without work. Its connections stay open.
  const size = { writers: 6, messagesEach: 200, readers: 12, cuts: 200, kills: 5, quietMs: 30_000 };
  const { cut, killed } = expectNothingLost(await runChaos(desk, size, randomInt(2 ** 31)));
  expect(cut).toBeGreaterThanOrEqual(200);
  expect(killed).toBe(5);
});
