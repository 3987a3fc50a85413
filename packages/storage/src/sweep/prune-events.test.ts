import Engine from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { type Database, pruneEventBatch, send } from '../index.ts';
import { pruneEvents } from './prune-events.ts';

const retentionMs = 1_000;
const now = 1e12;

it('looks at 500 events in a batch, also if all of them stay because their tickets are open', async () => {
  const { db, context } = await logOf(1_700);
  const reach: number[] = [];
  for (let batch = 0; batch < 4; batch++) {
    await send(db, pruneEventBatch, context());
    reach.push(await numberIn(db, 'select prune_next_after from settings'));
  }
  // The last batch reaches the end of the log. The next one begins at the first event.
  expect(reach).toEqual([500, 1_000, 1_500, 0]);
  expect(await numberIn(db, 'select count(*) from events')).toBe(1_700);
});

it('finds an old event behind many that stay, and tells followers about it', async () => {
  const { db, context } = await logOf(1_700);
  await db.batch(['update events set ticket_id = null where seq in (7, 1234)'], 'write');
  await pruneEvents(db, context);
  expect(await numberIn(db, 'select count(*) from events')).toBe(1_698);
  expect(await numberIn(db, 'select events_pruned_to from settings')).toBe(1_234);
});

it('keeps an event behind one that is too young', async () => {
  const { db, context } = await logOf(1_700);
  await db.batch(
    ['update events set ticket_id = null', `update events set at = ${now} where seq = 1234`],
    'write',
  );
  await pruneEvents(db, context);
  expect(await numberIn(db, 'select min(seq) from events')).toBe(1_234);
});

it('prunes the events of a ticket whose retention ends after the batch has passed them', async () => {
  const { db, context } = await logOf(1_700);
  await pruneEvents(db, context);
  await db.batch([`update tickets set status = 'CLOSED', closed_at = 0`], 'write');
  await pruneEvents(db, context);
  expect(await numberIn(db, 'select count(*) from events')).toBe(0);
});

it('reads the event log only from where the last batch ended', async () => {
  const { url } = await freshDatabase();
  const engine = new Engine(url.slice('file:'.length));
  onTestFinished(() => void engine.close());
  const reads = pruneEventBatch.steps
    .flatMap(({ text }) => engine.prepare(`explain query plan ${text}`).all() as { detail: string }[])
    .map(({ detail }) => detail)
    .filter((detail) => /\b(events|tickets)\b/.test(detail));
  expect(new Set(reads)).toEqual(
    new Set([
      'SEARCH events USING INTEGER PRIMARY KEY (rowid>?)',
      'SEARCH events USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH tickets USING INDEX sqlite_autoindex_tickets_1 (id=?)',
    ]),
  );
});

/** A database whose event log has `count` old events of an open ticket. */
async function logOf(count: number) {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { id } = await desk.createTicket();
  await db.batch(
    [
      'delete from events',
      `update settings set event_retention_ms = ${retentionMs}`,
      `with recursive n (seq) as (select 1 union all select seq + 1 from n where seq < ${count})
       insert into events (seq, type, at, change_id, subject_id, ticket_id, actor_role, actor_id, data)
       select seq, 'ticket.updated', seq, 'old-' || seq, '${id}', '${id}', 'system', 'test', '{}' from n`,
    ],
    'write',
  );
  return { db, context: () => ({ ...desk.context(), now }) };
}

async function numberIn(db: Database, sql: string): Promise<number> {
  const [result] = await db.batch([sql], 'read');
  return Number(result?.rows[0]?.[0]);
}
