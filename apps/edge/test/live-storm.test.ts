import { randomInt } from 'node:crypto';
import { expectNothingLost, storm } from '@chat-ticket/testing';
import { expect, it, onTestFinished } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

it(
  'tells every reader each message once and in order on wrangler dev, through cut connections and kills',
  { timeout: 120_000 },
  async () => {
    const edge = await startEdge({ killable: true });
    onTestFinished(edge.stop);
    const desk = { baseUrl: edge.url, secret, killAndRestart: edge.killAndRestart };
    // After 10 s in which nothing comes, a Durable Object is taken out of memory, its connections left open.
    const size = { writers: 4, messagesEach: 50, readers: 8, cuts: 60, kills: 2, quietMs: 13_000 };
    expect(expectNothingLost(await storm(desk, size, randomInt(2 ** 31)))).toMatchObject({ killed: 2 });
  },
);
