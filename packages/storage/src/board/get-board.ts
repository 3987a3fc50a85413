import { asc, gt, ne, or, sql } from 'drizzle-orm';
import { build, built } from '../command/built.ts';
import { query } from '../command/command.ts';
import { select } from '../command/statement.ts';
import { agents } from '../schema.ts';
import { queueIsOpen } from '../sql/opening-hours.ts';
import { isActive, isWaiting } from '../sql/ticket-status.ts';

type Params = { now: number; answeredSince: number };

type QueueRow = {
  id: string;
  isOpen: 0 | 1;
  waiting: number;
  /** When the oldest waiting ticket was created, in ms since 1970. Null: no ticket waits. */
  oldestAt: number | null;
  /**
   * How many tickets got their first agent since `answeredSince`, and how many of them within the goal that their queue
   * had then.
   */
  answered: number;
  answeredInGoal: number;
  goalMs: number;
  goalPercent: number;
};

// Triggers count `waiting`, so that a long queue takes no longer to read than a short one.
const selectQueues = select<Params, QueueRow>`
  select
    queues.id as "id",
    ${queueIsOpen('queues.id', ':now')} as "isOpen",
    (select coalesce(sum(waiting), 0) from need_sets where queue_id = queues.id and waiting > 0) as "waiting",
    (select min(t.created_at) from tickets t where t.queue_id = queues.id and ${isWaiting('t')}) as "oldestAt",
    coalesce(facts.answered, 0) as "answered",
    coalesce(facts.answered_in_goal, 0) as "answeredInGoal",
    queues.goal_ms as "goalMs",
    queues.goal_percent as "goalPercent"
  from queues left join (
    select queue_id, count(*) as answered, sum(first_assigned_at - created_at <= goal_ms) as answered_in_goal
    from ticket_facts where first_assigned_at > :answeredSince
    group by queue_id) facts on facts.queue_id = queues.id
  order by queues.position`;

// The join starts at the agents who have tickets, so that it reads no closed tickets.
const selectHeld = select<Params, { queueId: string; offered: number; active: number }>`
  select
    tickets.queue_id as "queueId",
    sum(tickets.picked_at is null) as "offered",
    sum(tickets.picked_at is not null) as "active"
  from agents cross join tickets on tickets.agent_id = agents.id and ${isActive('tickets')}
  where agents.load > 0
  group by tickets.queue_id`;

const selectAgents = built(() =>
  build
    .select({
      id: agents.id,
      name: agents.name,
      status: agents.status,
      statusSince: agents.statusSince,
      leaseUntil: agents.leaseUntil,
      load: agents.load,
      maxLoad: agents.maxLoad,
      skills: agents.skills,
    })
    .from(agents)
    .where(or(ne(agents.status, 'offline'), gt(agents.load, 0)))
    .orderBy(sql`coalesce(${agents.name}, ${agents.id})`, asc(agents.id)),
);

/** The queues in the order of the settings, and the agents who are not offline or who have tickets, by name. */
export const getBoard = query({
  answer: { queues: selectQueues, held: selectHeld, agents: selectAgents },
  outcome: ({ queues, held, agents: rows }) => {
    const heldByQueue = new Map(held.map(({ queueId, ...counts }) => [queueId, counts]));
    return {
      queues: queues.map((queue) => ({
        ...queue,
        isOpen: queue.isOpen === 1,
        ...(heldByQueue.get(queue.id) ?? { offered: 0, active: 0 }),
      })),
      agents: rows,
    };
  },
});

/** What `getBoard` returns. */
export type BoardRows = ReturnType<typeof getBoard.read>;
