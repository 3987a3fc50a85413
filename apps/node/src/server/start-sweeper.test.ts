import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate } from '@chat-ticket/storage';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { expect, it, onTestFinished } from 'vitest';
import type { Databases } from '../database/open-databases.ts';
import { startSweeper } from './start-sweeper.ts';

/** A database in which only the test’s statements run. */
async function openDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const file = await openFileDatabase({ url: `file:${join(folder, 'desk.db')}`, isThrowAway: true });
  onTestFinished(() => {
    file.close();
    rmSync(folder, { recursive: true });
  });
  await migrate(file, () => 0);
  return file;
}

/** Counts the turns of the event loop until the test ends. */
function countTurns(): () => number {
  let turns = 0;
  let isCounting = true;
  const next = () => {
    turns += 1;
    if (isCounting) setImmediate(next);
  };
  setImmediate(next);
  onTestFinished(() => {
    isCounting = false;
  });
  return () => turns;
}

it('sends each batch of a sweep in another turn of the event loop, so that requests are served in between', async () => {
  const file = await openDatabase();
  // Many old events to prune, in batches of 500.
  await file.batch(
    [
      `insert into events (type, at, change_id, subject_id, actor_role, actor_id, data)
       with recursive n (i) as (select 1 union all select i + 1 from n where i < 4000)
       select 'agent.saved', 0, 'change-' || i, 'ann', 'service', 'test', '{}' from n`,
    ],
    'write',
  );
  const turnsOfBatches: number[] = [];
  const turns = countTurns();
  const observed: Database = {
    batch: (statements, mode) => {
      turnsOfBatches.push(turns());
      return file.batch(statements, mode);
    },
  };
  const databases = { workspaces: () => ['default'], open: async () => observed } as unknown as Databases;
  const sweeper = startSweeper(databases, { publish: () => {} }, () => {});
  await expect.poll(() => turnsOfBatches.length).toBeGreaterThan(8);
  await sweeper.stop();
  expect(new Set(turnsOfBatches).size).toBe(turnsOfBatches.length);
});
