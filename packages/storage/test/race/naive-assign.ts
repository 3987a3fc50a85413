import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandContext, type Database } from '../../src/index.ts';
import { statement } from '../../src/command/statement.ts';

type Params = CommandContext & { ticketId: string; agentId: string };

const assign = statement<Params>`
  update tickets set
    agent_id = :agentId, status = case assignments when 0 then 'ASSIGNED' else 'REASSIGNED' end,
    assignments = assignments + 1, assigned_at = :now, pick_by = :now + 1000, picked_at = null,
    updated_at = :now, change_id = :changeId
  where id = :ticketId`;

const appendAssigned = statement<Params>`
  insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
  select 'ticket.assigned', :now, :changeId, id, id, agent_id, :actorRole, :actorId, json_object('status', status)
  from tickets where id = :ticketId`;

/**
 * A broken assignment, which the race has to detect. It reads in one trip and writes in another, without checking
 * again.
 */
export async function naiveAssign(db: Database, context: CommandContext): Promise<void> {
  const [tickets, agents] = await db.batch(
    [
      `select id from tickets where status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED') order by rank, id limit 1`,
      `select id from agents where is_routable = 1 and load < max_load order by load, idle_since, id limit 1`,
    ],
    'read',
  );
  const ticketId = tickets!.rows[0]?.[0];
  const agentId = agents!.rows[0]?.[0];
  if (typeof ticketId !== 'string' || typeof agentId !== 'string') return;
  // The round trip of a database nearby.
  await sleep(5);
  const params = { ...context, ticketId, agentId };
  await db.batch([assign.bind(params), appendAssigned.bind(params)], 'write');
}
