import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from '@chat-ticket/contract';
import { type Database, migrate, putSettings, send } from '@chat-ticket/storage';
import { openFileDatabase } from '@chat-ticket/storage/node';
import * as v from 'valibot';

/** The size of a desk: agents online, waiting tickets and closed tickets. */
export type Size = { agents: number; waiting: number; closed: number };

/**
 * `idle`: every agent has capacity, and the waiting tickets need a language that no agent has. `reported`: the same, and the
 * facts of the closed tickets are spread over 90 days. `full`: no agent has capacity, and every agent could take the
 * waiting tickets.
 */
export type Kind = 'idle' | 'reported' | 'full';

export type Store = { db: Database; size: Size; close(): void };

/** Eight skill sets. Each includes English, none includes Thai. */
const skillSets = ['vip', 'ccr:delivery', 'ccr:payment', 'ccr:order'].flatMap((skill) => [
  JSON.stringify(['language:eng', skill].toSorted()),
  JSON.stringify(['language:eng', 'language:zho', skill].toSorted()),
]);
export const capacity = 3;

const numbers = 'with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)';
const columns = `id, status, waiting_status, priority, rank, entity_id, language, order_id, customer_id, content, room_id, queue_id,
  agent_id, assignments, assigned_at, first_assigned_at, picked_at, room_closed_at, created_at, updated_at, closed_at, change_id`;

/** Creates a desk of this size in a new database file. */
export async function fillStore(size: Size, kind: Kind, now: number): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-scale-'));
  const file = await openFileDatabase({ url: `file:${join(folder, 'desk.db')}` });
  await migrate(file, () => now);
  const command = { changeId: 'fill', now, actorRole: 'system', actorId: 'bench' };
  const queues = [{ id: 'default', needs: ['language:{language}'] }];
  await send(file, putSettings, { ...command, settings: v.parse(Settings, { queues }), ifVersion: null });

  const load = kind === 'full' ? capacity : 0;
  const agents = {
    sql: `insert into agents (id, status, status_since, is_routable, max_load, skills, lease_until, is_connected, load, idle_since, strategy, change_id)
      ${numbers} select 'agent-' || i, 'online', 0, 1, ${capacity}, ? ->> (i % ${skillSets.length}), 1e15, 1, ${load}, i, 'least_loaded', 'fill' from n`,
    args: [size.agents, JSON.stringify(skillSets)],
  };
  const assigned = {
    sql: `insert into tickets (${columns})
      ${numbers} select 'assigned-' || i, 'ASSIGNED', 'CREATED', 0, i, '', 'eng', '', 'assigned-' || i, '{}', 'assigned-' || i, 'default',
        'agent-' || (i % cast(? as integer)), 1, ?, ?, ?, null, ?, ?, null, 'fill' from n`,
    args: [size.agents * load, size.agents, now, now, now, now, now],
  };
  const waiting = {
    sql: `insert into tickets (${columns})
      ${numbers} select 'waiting-' || i, 'CREATED', 'CREATED', 0, 0, '', ?, '', 'waiting-' || i, '{}', 'waiting-' || i, '',
        null, 0, null, null, null, null, ? - i, ?, null, 'fill' from n`,
    args: [size.waiting, kind === 'full' ? 'eng' : 'tha', now, now],
  };
  const closed = {
    sql: `insert into tickets (${columns})
      ${numbers} select 'closed-' || i, 'CLOSED', 'CREATED', 0, i, '', 'eng', '', 'closed-' || i, '{}', 'closed-' || i, 'default',
        'agent-' || (i % cast(? as integer)), 1, ?, ?, ?, ?, ?, ?, ?, 'fill-' || i from n`,
    args: [size.closed, size.agents, ...Array.from({ length: 7 }, () => now)],
  };
  // The triggers insert a fact for each ticket, but not what happened to a ticket that was inserted closed.
  const age =
    '(((select max(id) from ticket_facts) - id) * 86400000 / (select max(id) from ticket_facts) * 90)';
  const facts = {
    sql: `update ticket_facts set created_at = ?1 - ${age}, first_assigned_at = ?1 - ${age} + id * 7919 % 90000,
        first_agent_id = agent_id, goal_ms = 60000, first_reply_at = ?1 - ${age} + 95000, reply_agent_id = agent_id,
        closed_at = ?1 - ${age} + 500000
      where ticket_id like 'closed-%'`,
    args: [now - 600_000],
  };
  const intervals = {
    sql: `insert into ticket_intervals (ticket_id, phase, queue_id, agent_id, began_at, ended_at, ended_by)
      select ticket_id, phase.value ->> 0, queue_id, agent_id, first_assigned_at + (phase.value ->> 1),
        first_assigned_at + (phase.value ->> 2), phase.value ->> 3
      from ticket_facts, json_each('[["offered",0,5000,"picked"],["picked",5000,300000,"chat_closed"],["wrap_up",300000,400000,"closed"]]') phase
      where closed_at is not null`,
    args: [],
  };
  const events = {
    sql: `insert into events (type, at, change_id, subject_id, ticket_id, actor_role, actor_id, data)
      ${numbers} select 'ticket.closed', ?, 'fill-' || i, 'closed-' || i, 'closed-' || i, 'system', 'bench', '{}' from n`,
    args: [size.closed, now],
  };
  const parts = [
    [agents, size.agents],
    [assigned, size.agents * load],
    [waiting, size.waiting],
    [closed, size.closed],
    [facts, kind === 'reported' ? size.closed : 0],
    [intervals, kind === 'reported' ? size.closed : 0],
    [events, size.closed],
  ] as const;
  for (const [statement, count] of parts) if (count > 0) await file.batch([statement], 'write');
  // Putting the settings again places every open ticket in its queue.
  await send(file, putSettings, {
    ...command,
    changeId: 'place',
    settings: v.parse(Settings, { queues }),
    ifVersion: null,
  });
  await file.batch(['analyze'], 'write');
  return {
    db: file,
    size,
    close: () => {
      file.close();
      rmSync(folder, { recursive: true });
    },
  };
}
