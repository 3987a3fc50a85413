import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openFileDatabase } from '../node/open-file-database.ts';
import { bundle } from './bundle.ts';
import { applyMigrations } from './migrate.ts';

const ticket = (id: string, columns: { status?: string; agent?: string; isPicked?: boolean } = {}) => {
  const { status = 'ASSIGNED', agent = 'ann', isPicked = true } = columns;
  const closedAt = status === 'CLOSED' ? 900 : null;
  return {
    sql: `insert into tickets (
        id, status, waiting_status, priority, rank, entity_id, order_id, customer_id, content, room_id, room_closed_at, queue_id,
        need_set, agent_id, picked_at, created_at, updated_at, closed_at, change_id)
      values (?1, ?2, 'CREATED', 0, 0, '', '', ?1, '{}', ?1, ?5, 'default', '[]', ?3, ?4, 100, 100, ?5, ?1)`,
    args: [id, status, agent, isPicked ? 200 : null, closedAt],
  };
};

const message = (ticketId: string, seq: number, role: string, kind = 'message') => ({
  sql: `insert into messages (ticket_id, seq, client_message_id, kind, sender_role, sender_id, attachments, at, change_id)
    values (?1, ?2, ?2, ?3, ?4, ?4, '[]', 1000 + ?2, ?1 || ?2)`,
  args: [ticketId, seq, kind, role],
});

it('finds out since when the customers of open tickets wait, and which agents have picked them', async () => {
  const { url } = await freshDatabase();
  const db = await openFileDatabase({ url: `${url}-before` });
  onTestFinished(() => db.close());
  const index = bundle.findIndex(({ name }) => name.endsWith('ticket_search'));
  await applyMigrations(db, () => 0, bundle.slice(0, index));
  await db.batch(
    [
      ticket('silent', { isPicked: false }),
      ticket('noted'),
      message('noted', 1, 'customer'),
      message('noted', 2, 'agent', 'note'),
      message('noted', 3, 'service'),
      ticket('replied'),
      message('replied', 1, 'customer'),
      message('replied', 2, 'agent'),
      ticket('asked again'),
      message('asked again', 1, 'supervisor'),
      message('asked again', 2, 'customer'),
      message('asked again', 3, 'customer'),
      ticket('closed', { status: 'CLOSED' }),
    ],
    'write',
  );
  await applyMigrations(db, () => 0);
  const rowsOf = async (sql: string) => (await db.batch([sql], 'read'))[0]!.rows;
  expect(await rowsOf('select id, customer_waits_since from tickets order by id')).toEqual([
    ['asked again', 1002],
    ['closed', null],
    ['noted', 100],
    ['replied', null],
    ['silent', 100],
  ]);
  expect(await rowsOf('select ticket_id, agent_id, created_at from ticket_agents order by 1')).toEqual([
    ['asked again', 'ann', 100],
    ['noted', 'ann', 100],
    ['replied', 'ann', 100],
  ]);
});
