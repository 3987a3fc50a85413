import { setTimeout as sleep } from 'node:timers/promises';
import { unwrap } from '@chat-ticket/client';
import { expect, it } from 'vitest';
import { startMeasuredDesk } from './delay/measured-desk.ts';

const tickets = 2_000;
const events = 100_000;
const limitMs = 50;

it('delays no request by more than 50 ms during a sweep, a prune and a search of a large desk', async () => {
  const { client, db, until, during } = await startMeasuredDesk({ agents: 400, tickets });
  const held = `select count(*) from tickets where agent_id is not null`;
  const change = (sql: string) => db.batch([sql], 'write');

  const idle = await during(() => sleep(5_000));
  const delays = {
    assignment: await during(async () => {
      await change(
        `update agents set status = 'online', is_routable = 1, is_connected = 1, lease_until = 9e15`,
      );
      await until(held, tickets);
    }),
    returns: await during(async () => {
      await change('update agents set lease_until = 1');
      await until(held, 0);
    }),
    prune: await during(async () => {
      await change(`
        with recursive n (i) as (select 1 union all select i + 1 from n where i < ${events})
        insert into events (seq, type, at, change_id, subject_id, ticket_id, actor_role, actor_id, data)
        select -i, 'ticket.updated', 1, 'old-' || i, id, id, 'system', 'test', '{}' from n
        join (select id, row_number() over () as number from tickets) on number = 1 + i % ${tickets}`);
      await change('update settings set prune_at = 0, prune_next_after = -1e9');
      await until('select prune_at > 0 and prune_next_after = 0 from settings', 1);
    }),
    search: await during(async () => {
      await change(`
        with recursive n (i) as (select 1 union all select i + 1 from n where i < ${events})
        insert into messages
          (ticket_id, seq, client_message_id, kind, sender_role, sender_id, text, attachments, at, change_id)
        select (select id from tickets limit 1), 1000 + i, i, 'message', 'customer', 'c0',
          'Where is my order ' || i, '[]', i, 'message-' || i from n`);
      for (const q of ['order', 'where is my or', '99', 'o', 'order 5'])
        unwrap(await client.searchMessages({ q, limit: 100 }));
    }),
  };
  console.log(JSON.stringify({ idle, ...delays }));
  // A machine with other work delays an idle desk as well.
  const boundMs = Math.max(limitMs, 2 * idle);
  expect(Object.entries(delays).filter(([, delay]) => delay > boundMs)).toEqual([]);
});
