import { conformance } from '@chat-ticket/testing';
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

  conformance(target);
});
