import { liveConformance } from '@chat-ticket/testing';
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

  // A Durable Object cannot report what a reader has not read.
  liveConformance(target, { reportsBacklog: false });
});
