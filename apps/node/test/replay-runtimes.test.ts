import { replaySuite } from '@chat-ticket/replay/suite';
import { describe } from 'vitest';
import { runCli } from './run-cli.ts';
import { testedRuntimes } from './runtimes.ts';
import { secret } from './start-desk.ts';
import { targetDesk } from './target-desk.ts';

describe.each(testedRuntimes())(
  'chat-ticket replay against the desk on %s',
  { timeout: 60_000 },
  (runtime) => {
    const target = targetDesk(runtime);

    replaySuite(target, (file, { plain }) => {
      const args = ['replay', file, '--url', target.baseUrl, '--speed', 'max', ...(plain ? ['--plain'] : [])];
      return runCli(args, { AUTH_SECRET: secret });
    });
  },
);
