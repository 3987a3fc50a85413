import { fuzz } from '@chat-ticket/testing';
import { describe } from 'vitest';
import { targetDesk } from './target-desk.ts';

// A long version of fuzz.test.ts. FUZZ_REQUESTS sets how many requests each route gets.
describe('the desk on node', () => {
  fuzz(targetDesk('node', { FAILED_TOKENS_PER_MINUTE: '1000000' }), {
    requestsPerRoute: Number(process.env['FUZZ_REQUESTS'] ?? 1_000),
  });
});
