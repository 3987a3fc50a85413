import { replaySuite } from '@chat-ticket/node/replay-suite';
import { afterAll, beforeAll, describe } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

describe('chat-ticket replay against the desk on wrangler dev', { timeout: 60_000 }, () => {
  const target = { baseUrl: '', secret };
  let edge: Awaited<ReturnType<typeof startEdge>>;
  beforeAll(async () => {
    edge = await startEdge();
    target.baseUrl = edge.url;
  });
  afterAll(() => edge.stop());

  replaySuite(target);
});
