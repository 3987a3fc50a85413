import { join } from 'node:path';
import { createClient, unwrap } from '@chat-ticket/client';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { issueToken, openEventRecorder } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { secret, startDesk } from './start-desk.ts';

const supervisor = () => issueToken({ secret, role: 'supervisor', sub: 'sue' });

const clientOf = (baseUrl: string) =>
  createClient({ baseUrl, token: () => issueToken({ secret, role: 'service', sub: 'backend' }) });
const follow = async (baseUrl: string, seq?: number) => {
  const recorder = openEventRecorder({ baseUrl, secret }, await supervisor());
  const last = await recorder.ready();
  recorder.send({ type: 'resume', seq: seq ?? last });
  return recorder;
};

/** Starts two processes on one embedded database. */
async function startTwoDesks() {
  const folder = freshFolder();
  const environment = { AUTH_SECRET: secret, DATA_DIR: folder };
  const [one, other] = [await startDesk('node', environment), await startDesk('node', environment)];
  onTestFinished(async () => {
    await Promise.all([one.stop(), other.stop()]);
  });
  return {
    one: clientOf(one.url),
    other: clientOf(other.url),
    urls: [one.url, other.url] as const,
    folder,
  };
}

describe('two processes on one database', () => {
  it(
    'publish each other’s events within 1.5 s, in the order of the event log',
    { timeout: 30_000 },
    async () => {
      const { one, other, urls } = await startTwoDesks();
      const recorders = [await follow(urls[0]), await follow(urls[1])];
      for (let n = 0; n < 20; n++)
        for (const desk of [one, other])
          unwrap(await desk.createTicket({ customer: { id: `c${n}${desk === one}` } }));
      for (const recorder of recorders)
        await expect.poll(() => recorder.seqs().length, { timeout: 1_500, interval: 10 }).toBe(40);
      const [seqs, others] = recorders.map((recorder) => recorder.seqs());
      expect(seqs).toEqual(others);
      expect(seqs).toEqual(seqs!.toSorted((a, b) => a - b));
    },
  );

  it('let a client resume at the process that has seen fewer events', { timeout: 30_000 }, async () => {
    const { one, urls } = await startTwoDesks();
    const first = await follow(urls[0]);
    const lagging = await follow(urls[1]);
    unwrap(await one.createTicket({ customer: { id: 'c' } }));
    await first.expectEventually(first.types, ['ticket.created']);
    const moved = await follow(urls[1], first.seqs()[0]!);
    unwrap(await one.createTicket({ customer: { id: 'd' } }));
    await moved.expectEventually(moved.types, ['ticket.created']);
    await lagging.expectEventually(lagging.types, ['ticket.created', 'ticket.created']);
    expect(moved.controls().map(({ type }) => type)).toEqual(['ready']);
  });

  it(
    'reuse no `seq` after the whole event log was pruned, and reset a client that was behind',
    { timeout: 30_000 },
    async () => {
      const { folder, one, urls } = await startTwoDesks();
      const before = await follow(urls[0], 0);
      for (const id of ['a', 'b', 'c']) unwrap(await one.createTicket({ customer: { id } }));
      await before.expectEventually(before.seqs, [1, 2, 3]);
      const database = await openFileDatabase({ url: `file:${join(folder, 'default.db')}` });
      await database.batch(['delete from events'], 'write');
      database.close();
      // The other process has no pruned event in memory.
      const away = await follow(urls[1], 2);
      const current = await follow(urls[1], 3);
      await away.expectEventually(() => away.controls()[1], { type: 'reset', data: { seq: 3 } });
      unwrap(await one.createTicket({ customer: { id: 'd' } }));
      for (const recorder of [away, current]) await recorder.expectEventually(recorder.seqs, [4]);
      await before.expectEventually(before.seqs, [1, 2, 3, 4]);
      expect(current.controls().map(({ type }) => type)).toEqual(['ready']);
    },
  );
});
