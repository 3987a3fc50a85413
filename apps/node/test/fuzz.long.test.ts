import { randomInt } from 'node:crypto';
import { fuzz } from '@chat-ticket/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { type RunningDesk, secret, startDesk } from './start-desk.ts';

// A long version of fuzz.test.ts. FUZZ_REQUESTS sets how many requests each route gets.
describe('the desk on node', () => {
  const target = { baseUrl: '', secret };
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk('node');
    target.baseUrl = desk.url;
  });
  afterAll(() => desk.stop());

  fuzz(target, {
    requestsPerRoute: Number(process.env['FUZZ_REQUESTS'] ?? 1_000),
    seed: Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31)),
  });
});
