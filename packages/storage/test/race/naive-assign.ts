import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { CommandParams } from '../../src/command.ts';
import type { Command, Database } from '../../src/index.ts';
import { statement } from '../../src/statement.ts';

type Params = CommandParams & { ticketId: string; agentId: string };

const give = statement<Params>(
  (p) => sql`
    update tickets set agent_id = ${p.agentId}, status = case assignments when 0 then 'ASSIGNED' else 'REASSIGNED' end,
      assignments = assignments + 1, assigned_at = ${p.now}, pick_by = ${p.now} + 1000, picked_at = null,
      updated_at = ${p.now}, change_id = ${p.changeId}
    where id = ${p.ticketId}`,
);
const append = statement<Params>(
  (p) => sql`
    insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
    select 'ticket.assigned', ${p.now}, ${p.changeId}, id, id, agent_id, ${p.actorRole}, ${p.actorId}, json_object('status', status)
    from tickets where id = ${p.ticketId}`,
);

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
  if (typeof ticketId !== 'string' || typeof agentId !== 'string') return;
  // As long as a near database takes to answer.
  await sleep(5);
  const params = { ...command, ticketId, agentId };
  await db.batch([give(params), append(params)], 'write');
}
