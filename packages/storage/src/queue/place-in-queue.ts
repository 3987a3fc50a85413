import { sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { statement } from '../statement.ts';
import { isWaiting } from '../ticket/state-sql.ts';
import { matchQueue, topicOf } from './match-queue.ts';
import { openClock, timeOnOpenClock } from './opening-sql.ts';

const t = { entityId: sql`t.entity_id`, language: sql`t.language`, ccr: sql`t.ccr` };
const queueId = sql`placed.queue_id`;

const filled = sql`replace(replace(replace(value, '{entityId}', placed.entity_id), '{language}', coalesce(placed.language, '')), '{ccr}', placed.topic)`;

/** As the domain’s `skillsNeeded` has it: what is filled in must be there, in order, each once. */
const skillsNeeded = sql`(select json_group_array(skill) from (
  select distinct ${filled} as skill from queue_stages, json_each(queue_stages.needs)
  where queue_stages.queue_id = ${queueId} and queue_stages.stage = placed.stage
    and (instr(value, '{entityId}') = 0 or placed.entity_id <> '')
    and (instr(value, '{language}') = 0 or coalesce(placed.language, '') <> '')
    and (instr(value, '{ccr}') = 0 or placed.topic <> '')
  order by skill))`;

const stageTier = sql`(select tier from queue_stages where queue_id = ${queueId} and stage = placed.stage)`;

const isDeclined = sql`exists (select 1 from ticket_declines where ticket_id = placed.id)`;
const pickTimeoutMs = sql`(select pick_timeout_ms from queues where id = ${queueId})`;

const nextStageAfter = sql`(select after_ms from queue_stages where queue_id = ${queueId} and stage = placed.stage + 1)`;

/**
 * Gives every ticket whose `need_set` was made null its queue, its place there, what it needs at the stage
 * that its age has brought it to, and, while it waits, the times at which it finds more agents: the next
 * stage, and when those who declined are asked again. Goes behind whatever changes one of these.
 */
export const placeInQueue = statement<CommandParams>(
  (p) => sql`
    update tickets set
      queue_id = placed.queue_id,
      is_queue_fixed = tickets.is_queue_fixed and tickets.queue_id = placed.queue_id,
      rank = tickets.created_at - (tickets.priority + (select priority from queues where id = placed.queue_id)) * placed.point_ms,
      stage = placed.stage,
      need_set = json_array(placed.queue_id, json(${skillsNeeded}), placed.tier, max(placed.tier, ${stageTier})),
      widen_at = case when ${isWaiting({ status: sql`placed.status` })} then
        ${timeOnOpenClock(queueId, sql`${openClock(queueId, sql`placed.created_at`)} + ${nextStageAfter}`)} end,
      retry_at = case when ${isWaiting({ status: sql`placed.status` })} and ${isDeclined} then
        coalesce(tickets.retry_at, ${p.now} + ${pickTimeoutMs}) end
    from (
      select m.*, (select max(s.stage) from queue_stages s where s.queue_id = m.queue_id and s.after_ms <= max(0,
        ${openClock(sql`m.queue_id`, p.now)} - ${openClock(sql`m.queue_id`, sql`m.created_at`)})) as stage
      from (
        select t.id, t.status, t.entity_id, t.language, t.created_at, t.tier,
          coalesce(${topicOf(t.ccr)}, '') as topic, (select point_ms from settings) as point_ms,
          coalesce(case t.is_queue_fixed when 1 then (select id from queues where id = t.queue_id) end, ${matchQueue(t)}) as queue_id
        from tickets t where t.need_set is null
      ) m
    ) placed
    where tickets.id = placed.id`,
);
