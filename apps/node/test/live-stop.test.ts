import { liveCloses } from '@chat-ticket/contract';
import { issueToken, openWatcher } from '@chat-ticket/testing';
import { describe, expect, it } from 'vitest';
import { testedRuntimes } from './runtimes.ts';
import { secret, startDesk } from './start-desk.ts';

describe.each(testedRuntimes())('a desk that is told to stop on %s', (runtime) => {
  it('tells those who listen that it goes, and exits 0', async () => {
    const desk = await startDesk(runtime);
    const target = { baseUrl: desk.url, secret };
    const token = await issueToken({ secret, role: 'supervisor', sub: 'sue' });
    const watchers = [openWatcher(target, token), openWatcher(target, token)];
    for (const watcher of watchers) await watcher.ready();
    expect(await desk.stop()).toBe(0);
    for (const watcher of watchers) await watcher.closedWith(liveCloses.going_away.code);
  });
});
