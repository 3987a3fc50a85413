import { liveConformance } from '@chat-ticket/testing';
import { describe } from 'vitest';
import { testedRuntimes } from './runtimes.ts';
import { targetDesk } from './target-desk.ts';

describe.each(testedRuntimes())('the desk on %s', (runtime) => {
  liveConformance(targetDesk(runtime));
});
