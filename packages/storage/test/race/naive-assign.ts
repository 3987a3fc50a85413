import type { Command, Database } from '../../src/index.ts';

/** What the engine must not be: it looks in one trip, writes in another, and believes what it saw. */
export async function naiveAssign(db: Database, command: Command): Promise<void> {
  const [tickets, agents] = await db.batch(
    [
      `select id from tickets where status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED') order by rank, id limit 1`,
      `select id from agents where is_routable = 1 and load < max_load order by load, idle_since, id limit 1`,
    ],
    'read',
  );
  const ticketId = tickets!.rows[0]?.[0];
  const agentId = agents!.rows[0]?.[0];
  if (ticketId === undefined || agentId === undefined) return;
  const { changeId, now } = command;
  await db.batch(
    [
      {
        sql: `update tickets set agent_id = :agentId, status = case assignments when 0 then 'ASSIGNED' else 'REASSIGNED' end,
          assignments = assignments + 1, assigned_at = :now, pick_by = :now + 1000, picked_at = null, updated_at = :now,
          change_id = :changeId where id = :ticketId`,
        args: { agentId, ticketId, changeId, now },
      },
      {
        sql: `insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
          select 'ticket.assigned', :now, :changeId, id, id, agent_id, 'system', 'naive', json_object('status', status)
          from tickets where id = :ticketId`,
        args: { ticketId, changeId, now },
      },
    ],
    'write',
  );
}
