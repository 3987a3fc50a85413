import { liveCloses } from '@chat-ticket/contract';
import { issueToken, openEventRecorder } from '@chat-ticket/testing';
import { describe, expect, it } from 'vitest';
import { testedRuntimes } from './runtimes.ts';
import { secret, startDesk } from './start-desk.ts';

describe.each(testedRuntimes())('a desk that stops on %s', (runtime) => {
  it('closes its live connections with going_away, and exits with 0', async () => {
    const desk = await startDesk(runtime);
    const target = { baseUrl: desk.url, secret };
    const token = await issueToken({ secret, role: 'supervisor', sub: 'sue' });
    const recorders = [openEventRecorder(target, token), openEventRecorder(target, token)];
    for (const recorder of recorders) await recorder.ready();
    expect(await desk.stop()).toBe(0);
    for (const recorder of recorders) await recorder.expectClose(liveCloses.going_away.code);
  });
});
