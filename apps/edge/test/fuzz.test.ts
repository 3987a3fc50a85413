import { randomInt } from 'node:crypto';
import { fuzz } from '@chat-ticket/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

describe('the desk on wrangler dev', () => {
  const target = { baseUrl: '', secret };
  let edge: Awaited<ReturnType<typeof startEdge>>;
  beforeAll(async () => {
    edge = await startEdge();
    target.baseUrl = edge.url;
  });
  afterAll(() => edge.stop());

  fuzz(target, { requestsPerRoute: 10, seed: Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31)) });
});
