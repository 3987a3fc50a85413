import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { migrate } from './migrate.ts';

it('inserts the facts of closed tickets from before the facts in batches, each once', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  await desk.sendMessage(roomId, { actorRole: 'agent', actorId: 'ann' });
  await desk.close(id);
  const copies = `insert into tickets (
      id, status, waiting_status, priority, rank, entity_id, order_id, customer_id, content, room_id, queue_id, agent_id,
      assignments, first_assigned_at, created_at, updated_at, closed_at, change_id)
    select value, status, waiting_status, priority, rank, entity_id, order_id, value, content, value, queue_id, agent_id,
      assignments, first_assigned_at, created_at, updated_at, closed_at, change_id
    from tickets, generate_series where tickets.id = '${id}'`;
  const series = Array.from({ length: 1_200 }, (_, i) => i);
  await db.batch([copies.replace('generate_series', `json_each('${JSON.stringify(series)}')`)], 'write');
  const facts = () => db.rows(`select * from ticket_facts where ticket_id = '${id}'`);
  const [before] = await facts();
  await db.batch(['delete from ticket_facts', 'insert into fact_backfill values (1, 1202)'], 'write');
  await migrate(db, () => 0);
  const [after] = await facts();
  expect(after!.slice(1)).toEqual(before!.slice(1));
  expect(await db.rows('select count(*), count(distinct ticket_id) from ticket_facts')).toEqual([
    [1201, 1201],
  ]);
  expect(await db.rows('select * from fact_backfill')).toEqual([]);
});
