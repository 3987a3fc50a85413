import type { Target } from '@chat-ticket/testing';
import { afterAll, beforeAll } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

/** Starts the Worker before the tests of a suite, and stops it after them. The URL of the target is set then. */
export function targetEdge(): Target {
  const target = { baseUrl: '', secret };
  let edge: Awaited<ReturnType<typeof startEdge>>;
  beforeAll(async () => {
    edge = await startEdge();
    target.baseUrl = edge.url;
  });
  afterAll(() => edge.stop());
  return target;
}
