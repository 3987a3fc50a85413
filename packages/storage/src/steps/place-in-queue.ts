import type { CommandContext } from '../command/command-context.ts';
import { statement } from '../command/statement.ts';
import { matchQueue } from '../sql/match-queue.ts';
import { openClock, timeOnOpenClock } from '../sql/opening-hours.ts';
import { isWaiting } from '../sql/ticket-status.ts';

/**
 * The skills that an agent needs for the ticket at its stage: a JSON array, sorted and without duplicates. A need whose
 * placeholder the ticket has no value for is left out.
 *
 * @see packages/domain/src/routing/stage.ts `skillsNeeded`, the same rule in TypeScript
 */
const skillsNeeded = `(
      select json_group_array(skill) from (
        select distinct
          replace(replace(replace(replace(value,
            '{entityId}', placed.entity_id),
            '{language}', coalesce(placed.language, '')),
            '{ccr}', placed.topic),
            '{field:' || field_id || '}', coalesce(field_value, '')) as skill
        from (
          select value, field_id, (
            select own.value from json_each(placed.field_keys) own where own.key = field_id) as field_value
          from (
            select need.value, case when instr(need.value, '{field:') > 0 then
              substr(need.value, instr(need.value, '{field:') + 7,
                instr(substr(need.value, instr(need.value, '{field:') + 7), '}') - 1) else '' end as field_id
            from queue_stages, json_each(queue_stages.needs) need
            where queue_stages.queue_id = placed.queue_id and queue_stages.stage = placed.stage))
        where (field_id = '' or field_value is not null)
          and (instr(value, '{entityId}') = 0 or placed.entity_id <> '')
          and (instr(value, '{language}') = 0 or coalesce(placed.language, '') <> '')
          and (instr(value, '{ccr}') = 0 or placed.topic <> '')
        order by skill))`;

const nextStageAt = timeOnOpenClock(
  'placed.queue_id',
  `${openClock('placed.queue_id', 'placed.created_at')} + (
        select after_ms from queue_stages where queue_id = placed.queue_id and stage = placed.stage + 1)`,
);

// Without a limit, SQLite replaces each use of a column by its expression and computes the queue many times.
const once = 'limit -1';

const isDeclined = 'exists (select 1 from ticket_declines where ticket_id = placed.id)';

/**
 * Places every ticket whose `need_set` is null. It sets the queue, the rank, the stage and the need set. For a waiting
 * ticket it also sets when the next stage begins and when agents who declined are asked again. A statement that changes
 * what these depend on sets `need_set` to null, and this step must follow it.
 *
 * @see packages/domain/src/routing/queue-rank.ts `queueRank`, the rank in TypeScript
 * @see packages/domain/src/routing/stage.ts `stagesOf`, the stages in TypeScript
 */
export const placeInQueue = statement<CommandContext>`
  update tickets set
    queue_id = placed.queue_id,
    is_queue_fixed = tickets.is_queue_fixed and tickets.queue_id = placed.queue_id,
    rank = tickets.created_at - placed.point_ms
      * (tickets.priority + (select priority from queues where id = placed.queue_id)),
    stage = placed.stage,
    placed_at = :now,
    need_set = json_array(placed.queue_id, json(${skillsNeeded}), placed.tier,
      max(placed.tier, (select tier from queue_stages where queue_id = placed.queue_id and stage = placed.stage))),
    widen_at = case when ${isWaiting('placed')} then ${nextStageAt} end,
    retry_at = case when ${isWaiting('placed')} and ${isDeclined} then
      coalesce(tickets.retry_at, :now + (select pick_timeout_ms from queues where id = placed.queue_id)) end
  from (
    select matched.*, (
        select max(s.stage) from queue_stages s
        where s.queue_id = matched.queue_id and s.after_ms <= max(0,
          ${openClock('matched.queue_id', ':now')} - ${openClock('matched.queue_id', 'matched.created_at')})
      ) as stage
    from (
      select t.id, t.status, t.entity_id, t.language, t.created_at, t.tier,
        coalesce(t.topic_key, '') as topic, t.field_keys,
        (select point_ms from settings) as point_ms,
        coalesce(
          case t.is_queue_fixed when 1 then (select id from queues where id = t.queue_id) end,
          ${matchQueue({ entityId: 't.entity_id', language: 't.language', ccrKey: 't.ccr_key', topicKey: 't.topic_key', fieldKeys: 't.field_keys' })}) as queue_id
      from tickets t where t.need_set is null ${once}
    ) matched ${once}
  ) placed
  where tickets.id = placed.id`;
