import { randomInt } from 'node:crypto';
import { expectNothingLost, runChaos } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { startChaosDesk } from './live/start-chaos-desk.ts';

// Proves that the live channel loses no event, repeats none and keeps their order, whatever fails. Writers send messages
// while readers’ connections are reset in the middle of frames and the server is killed with SIGKILL. At the end, what
// each reader received must equal what the database holds for it. A failure prints the seed of the run.

it('loses, repeats and reorders no message for 20 readers of 10,000 messages, over 1,000 cuts and 20 kills', async () => {
  const desk = await startChaosDesk();
  const size = { writers: 10, messagesEach: 1_000, readers: 20, cuts: 1_000, kills: 20 };
  const { cut, killed } = expectNothingLost(await runChaos(desk, size, randomInt(2 ** 31)));
  expect(cut).toBeGreaterThanOrEqual(1_000);
  expect(killed).toBe(20);
});
