import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { CommandParams } from '../command.ts';
import { appendTicketEvents } from '../event/append.ts';
import { isFirstTime } from '../event/repeat.ts';
import { queueIsOpen } from '../queue/opening-sql.ts';
import { agents, tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { isHeld, isWaiting } from '../ticket/state-sql.ts';
import { agentAs, hasDeclined, mayReceive } from './able.ts';

type Placeholders = { readonly [Name in keyof CommandParams]: SQL };

const pickBy = (p: Pick<Placeholders, 'now'>) =>
  sql`${p.now} + (select pick_timeout_ms from queues where id = ${tickets.queueId})`;

/** The status that a ticket gets with its next agent. */
export const statusOfNext = sql`case ${tickets.assignments} when 0 then 'ASSIGNED' else 'REASSIGNED' end`;

/** What becomes of a ticket that is given to an agent. */
export const assignTo = (p: Placeholders, agentId: SQL, by: 'rule' | 'person' = 'rule') => ({
  agentId,
  status: statusOfNext,
  assignments: sql`${tickets.assignments} + 1`,
  assignedAt: p.now,
  firstAssignedAt: sql`coalesce(${tickets.firstAssignedAt}, ${p.now})`,
  isAgentFixed: by === 'person' ? 1 : 0,
  pickBy: by === 'person' ? null : pickBy(p),
  pickedAt: null,
  assignedChangeId: p.changeId,
  widenAt: null,
  retryAt: null,
  updatedAt: p.now,
  changeId: p.changeId,
});

const ofPool = agentAs('of_pool');
const head = agentAs('head');
const preferred = agentAs('preferred');

/** The first in turn of each group of agents with the same skills, and of these the first in turn. */
const agentOfPool = (p: Placeholders) => sql`(
  select ${ofPool.id} from coverage join agents of_pool on ${ofPool.id} = (
    select ${head.id} from agents head indexed by agents_turn where ${head.skills} = coverage.skills and ${mayReceive(head, p.now)}
      and not ${hasDeclined(tickets.id, head.id)}
    order by ${head.turnLoad}, ${head.turnSince}, ${head.id} limit 1)
  where coverage.need_set = ${tickets.needSet}
  order by ${ofPool.turnLoad}, ${ofPool.turnSince}, ${ofPool.id} limit 1)`;

const preferredAgent = (p: Placeholders) => sql`(
  select ${preferred.id} from agents preferred
    join coverage on coverage.need_set = ${tickets.needSet} and coverage.skills = ${preferred.skills}
  where ${preferred.id} = ${tickets.preferredAgentId} and ${tickets.preferUntil} > ${p.now}
    and ${mayReceive(preferred, p.now)} and not ${hasDeclined(tickets.id, preferred.id)})`;

const w = alias(tickets, 'w');
const able = agentAs('able');

// Nested, not joined: for a join SQLite would build an index of all agents anew each time. The index named
// holds those with room alone, so that a desk whose agents are all full is not looked through.
const someoneCanTake = (
  p: Pick<Placeholders, 'now'>,
  needSet: SQL | typeof w.needSet,
  unlessDeclined: SQL,
) => sql`exists (
  select 1 from coverage where coverage.need_set = ${needSet} and exists (
    select 1 from agents able indexed by agents_turn where ${able.skills} = coverage.skills and ${mayReceive(able, p.now)} ${unlessDeclined}))`;

/** The first waiting ticket that anyone can take: the first of each group, and of these the first. */
export const nextTicket = (p: Pick<Placeholders, 'now'>) => sql`(
  select t.id from need_sets n join tickets t on t.id = (
    select ${w.id} from tickets w where ${w.needSet} = n.id and ${isWaiting(w)}
      and ${someoneCanTake(p, w.needSet, sql`and not ${hasDeclined(w.id, able.id)}`)}
    order by ${w.rank}, ${w.id} limit 1)
  where n.waiting > 0 and ${queueIsOpen(sql`n.queue_id`, p.now)} and ${someoneCanTake(p, sql`n.id`, sql``)}
  order by t.rank, t.id limit 1)`;

/** Makes the next assignment, as the domain’s `choosePair` has it, if there is one to make. */
export const assignNext = statement<CommandParams>((p) =>
  build
    .update(tickets)
    .set(assignTo(p, sql`coalesce(${preferredAgent(p)}, ${agentOfPool(p)})`))
    .where(sql`${isFirstTime(p)} and ${tickets.id} = ${nextTicket(p)}`),
);

/** As many next assignments as one command can call for. */
export const assignUpTo = (count: number) => Array.from({ length: count }, () => assignNext);

/** Gives an agent as many of the first waiting tickets as it has room for; none if it may not receive. */
export const fillAgent = <P extends CommandParams>(
  agentIdOf: (p: { readonly [Name in keyof P]: SQL }) => SQL,
) =>
  statement<P>((p) => {
    const agentId = agentIdOf(p);
    const one = agentAs('one');
    const room = sql`coalesce((select ${one.maxLoad} - ${one.load} from agents one where ${one.id} = ${agentId} and ${mayReceive(one, p.now)}), 0)`;
    return build
      .update(tickets)
      .set(assignTo(p, agentId))
      .where(
        sql`${isFirstTime(p)} and ${tickets.id} in (
          select t.id from need_sets n
            cross join coverage c on c.need_set = n.id and c.skills = (select ${agents.skills} from agents where ${agents.id} = ${agentId})
            join tickets t on t.id in (
              select ${w.id} from tickets w where ${w.needSet} = n.id and ${isWaiting(w)} and not ${hasDeclined(w.id, agentId)}
              order by ${w.rank}, ${w.id} limit ${room})
          where n.waiting > 0 and ${room} > 0 and ${queueIsOpen(sql`n.queue_id`, p.now)}
          order by t.rank, t.id limit ${room})`,
      );
  });

/** One event for each ticket that the command gave to someone. Goes behind the statements above. */
export const appendAssignments = appendTicketEvents<CommandParams>(
  'ticket.assigned',
  (p) =>
    sql`${tickets.changeId} = ${p.changeId} and ${tickets.assignedChangeId} = ${p.changeId} and ${isHeld(tickets)}`,
  (p) => ({
    reason: sql`case when ${tickets.isAgentFixed} = 1 then 'chosen_by_person'
      when ${tickets.agentId} = ${tickets.preferredAgentId} and ${tickets.preferUntil} > ${p.now} then 'last_agent_of_customer'
      else (select strategy from settings) end`,
  }),
);
