import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { DatabaseUnavailable } from '../database.ts';
import { openFileDatabase } from './open-file-database.ts';

/** Another process takes the write lock for `ms`. `released` settles when that process exits. */
async function holdLock(url: string, ms: number): Promise<{ released: Promise<unknown>; kill: () => void }> {
  const script = fileURLToPath(new URL('../../test/hold-lock.ts', import.meta.url));
  const holder = spawn(process.execPath, [script, url.slice('file:'.length), String(ms)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const released = once(holder, 'exit');
  await once(holder.stdout!, 'data');
  return { released, kill: () => void holder.kill('SIGKILL') };
}

it('waits for the lock of another process without blocking this one, and then keeps working', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const holder = await holdLock(db.url, 400);
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  await desk.online('ann');
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(0);
  await holder.released;
  for (let i = 0; i < 5; i++) await desk.createTicket();
  expect(await db.rows('select count(*) from tickets')).toEqual([[5]]);
});

it('reads while another process has the write lock', async () => {
  const db = await freshDatabase();
  const holder = await holdLock(db.url, 300);
  expect(await db.rows('select count(*) from tickets')).toEqual([[0]]);
  await holder.released;
});

it('throws DatabaseUnavailable if the lock stays taken, and works again after its release', async () => {
  const { url } = await freshDatabase();
  const db = await openFileDatabase({ url, lockTimeoutMs: 100 });
  const desk = openDesk(db);
  const holder = await holdLock(url, 1_000);
  await expect(desk.online('ann')).rejects.toThrow(DatabaseUnavailable);
  await holder.released;
  expect(await desk.online('ann')).toMatchObject({ outcome: 'done', agent: { status: 'online' } });
  db.close();
});

it('refuses all writes that wait for a lock by one deadline, and other work of the process goes on', async () => {
  const { url } = await freshDatabase();
  const lockTimeoutMs = 400;
  const db = await openFileDatabase({ url, lockTimeoutMs });
  const holder = await holdLock(url, 20_000);
  const startedAt = performance.now();
  let longestTurnMs = 0;
  let lastTurnAt = startedAt;
  const probe = setInterval(() => {
    longestTurnMs = Math.max(longestTurnMs, performance.now() - lastTurnAt);
    lastTurnAt = performance.now();
  }, 1);
  const writes = await Promise.allSettled(
    Array.from({ length: 50 }, () => db.batch(['delete from tickets'], 'write')),
  );
  clearInterval(probe);
  expect(writes.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 'rejected'));
  expect((performance.now() - startedAt) / lockTimeoutMs).toBeLessThan(3);
  expect(longestTurnMs / lockTimeoutMs).toBeLessThan(0.5);
  holder.kill();
  db.close();
});

it('runs the writes that waited for a lock in their order', async () => {
  const { url } = await freshDatabase();
  const db = await openFileDatabase({ url });
  const holder = await holdLock(url, 200);
  const done: number[] = [];
  const write = async (n: number) => {
    await db.batch(['delete from tickets'], 'write');
    done.push(n);
  };
  const early = Promise.all([1, 2, 3].map(write));
  await holder.released;
  await Promise.all([early, write(4)]);
  expect(done).toEqual([1, 2, 3, 4]);
  db.close();
});

it('syncs every commit to disk, also on the connection that it opens after a busy one', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const synchronous = async () => (await db.batch(['pragma synchronous'], 'write'))[0]!.rows[0]![0];
  expect(await synchronous()).toBe(2);
  const holder = await holdLock(db.url, 200);
  await desk.online('ann');
  await holder.released;
  expect(await synchronous()).toBe(2);
});
