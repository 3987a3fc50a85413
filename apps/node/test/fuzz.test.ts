import { randomInt } from 'node:crypto';
import { fuzz } from '@chat-ticket/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { testedRuntimes } from './runtimes.ts';
import { type RunningDesk, secret, startDesk } from './start-desk.ts';

describe.each(testedRuntimes())('the desk on %s', (runtime) => {
  const target = { baseUrl: '', secret };
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk(runtime);
    target.baseUrl = desk.url;
  });
  afterAll(() => desk.stop());

  fuzz(target, { requestsPerRoute: 25, seed: Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31)) });
});
