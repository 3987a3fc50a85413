import { asc, gt, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../database.ts';
import { queueIsOpen } from '../queue/opening-sql.ts';
import { agents, queues, tickets } from '../schema.ts';
import { build, computed, reader } from '../statement.ts';
import { isActive, isWaiting } from '../ticket/state-sql.ts';

type Params = { now: number; answeredSince: number };

const t = alias(tickets, 't');
const ofQueue = (what: SQL, which: SQL) =>
  sql`(select ${what} from tickets t where ${t.queueId} = ${queues.id} and ${which})`;
const isAnswered = sql`${t.firstAssignedAt} > ${sql.placeholder('answeredSince')}`;

const queueFields = {
  id: queues.id,
  isOpen: computed<number>(queueIsOpen(queues.id, sql`${sql.placeholder('now')}`)),
  // Counted by the triggers, so that a long queue costs no more than a short one.
  waiting: sql<number>`(select coalesce(sum(waiting), 0) from need_sets where queue_id = queues.id and waiting > 0)`,
  oldestAt: computed<number | null>(ofQueue(sql`min(${t.createdAt})`, isWaiting(t))),
  answered: computed<number>(ofQueue(sql`count(*)`, isAnswered)),
  answeredInGoal: computed<number>(
    ofQueue(sql`count(*)`, sql`${isAnswered} and ${t.firstAssignedAt} - ${t.createdAt} <= ${queues.goalMs}`),
  ),
  goalMs: queues.goalMs,
  goalPercent: queues.goalPercent,
};
const selectQueues = reader<Params>()(queueFields, (_, fields) =>
  build.select(fields).from(queues).orderBy(asc(queues.position)),
);

const heldFields = {
  queueId: sql<string>`${t.queueId}`,
  offered: sql<number>`sum(${t.pickedAt} is null)`,
  active: sql<number>`sum(${t.pickedAt} is not null)`,
};
// From those who have a load to what they hold: what was closed long ago is never looked at.
const selectHeld = reader<Params>()(heldFields, (_, fields) =>
  build
    .select(fields)
    .from(sql`agents cross join tickets t on ${t.agentId} = ${agents.id} and ${isActive(t)}`)
    .where(gt(agents.load, 0))
    .groupBy(t.queueId),
);

const agentFields = {
  id: agents.id,
  name: agents.name,
  status: agents.status,
  statusSince: agents.statusSince,
  leaseUntil: agents.leaseUntil,
  load: agents.load,
  maxLoad: agents.maxLoad,
  skills: agents.skills,
};
const selectAgents = reader<Params>()(agentFields, (_, fields) =>
  build
    .select(fields)
    .from(agents)
    .where(or(ne(agents.status, 'offline'), gt(agents.load, 0)))
    .orderBy(sql`coalesce(${agents.name}, ${agents.id})`, asc(agents.id)),
);

export type BoardRows = {
  queues: (ReturnType<typeof selectQueues.rows>[number] & { offered: number; active: number })[];
  agents: ReturnType<typeof selectAgents.rows>;
};

/** The queues in the order of the settings, and the agents who are there or have tickets, by name. */
export async function getBoard(db: Database, params: Params): Promise<BoardRows> {
  const [inOrder, held, people] = await db.batch(
    [selectQueues(params), selectHeld(params), selectAgents(params)],
    'read',
  );
  const holds = new Map(selectHeld.rows(held!).map(({ queueId, ...counts }) => [queueId, counts]));
  return {
    queues: selectQueues
      .rows(inOrder!)
      .map((queue) => Object.assign(queue, holds.get(queue.id) ?? { offered: 0, active: 0 })),
    agents: selectAgents.rows(people!),
  };
}
