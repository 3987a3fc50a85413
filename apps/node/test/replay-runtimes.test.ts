import { replaySuite } from '@chat-ticket/replay/suite';
import { afterAll, beforeAll, describe } from 'vitest';
import { runCli } from './run-cli.ts';
import { testedRuntimes } from './runtimes.ts';
import { type RunningDesk, secret, startDesk } from './start-desk.ts';

describe.each(testedRuntimes())(
  'chat-ticket replay against the desk on %s',
  { timeout: 60_000 },
  (runtime) => {
    const target = { baseUrl: '', secret };
    let desk: RunningDesk;
    beforeAll(async () => {
      desk = await startDesk(runtime);
      target.baseUrl = desk.url;
    });
    afterAll(() => desk.stop());

    replaySuite(target, (file, { plain }) => {
      const args = ['replay', file, '--url', target.baseUrl, '--speed', 'max', ...(plain ? ['--plain'] : [])];
      return runCli(args, { AUTH_SECRET: secret });
    });
  },
);
