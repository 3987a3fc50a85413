import { customerEvents } from '@chat-ticket/contract';
import { missingSkills, ticketStates, tierOf } from '@chat-ticket/domain';
import type { Database } from '@chat-ticket/storage';
import { expect } from 'vitest';
import { query, type Row } from './read-desk.ts';

const held = `status in ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED')`;
const waiting = `status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED')`;
const customerTypes = Object.keys(customerEvents)
  .map((type) => `'${type}'`)
  .join(', ');
const states = ticketStates.map((state) => `'${state}'`).join(', ');

/** Queries that must find no row. */
const violations = {
  'a ticket with an unknown state': `select id, status from tickets where status not in (${states})`,
  'a ticket that is held without an agent, or not held with one': `select id, status, agent_id from tickets
    where status <> 'CLOSED' and (agent_id is not null) <> (${held})`,
  'an open ticket without a place in a queue': `select id from tickets where status <> 'CLOSED' and need_set is null`,
  'a rank that does not follow from creation time and priority': `select id, rank from tickets where status <> 'CLOSED' and rank <> created_at
    - (priority + (select priority from queues where id = queue_id)) * (select point_ms from settings)`,
  'a load that is not the number of held tickets': `select id, load from agents
    where load <> (select count(*) from tickets where agent_id = agents.id and ${held})`,
  'a need set with a wrong number of waiting tickets': `select id, waiting from need_sets
    where waiting <> (select count(*) from tickets where need_set = need_sets.id and ${waiting})`,
  'a waiting ticket without a need set': `select id from tickets
    where ${waiting} and need_set not in (select id from need_sets)`,
  'an agent without a skill set': `select id from agents where skills not in (select skills from skill_sets)`,
  'a pick timeout of a ticket that is not an unpicked offer by the rule': `select id, status, pick_by from tickets where (pick_by is not null)
    <> (status in ('ASSIGNED', 'REASSIGNED') and picked_at is null and is_agent_fixed = 0)`,
  'a widen or retry time of a ticket that does not wait': `select id, status from tickets
    where (widen_at is not null or retry_at is not null) and not ${waiting}`,
  'a waiting ticket with declines and without a retry time': `select id from tickets where ${waiting}
    and (retry_at is not null) <> (id in (select ticket_id from ticket_declines))`,
  'a wrap-up time of a ticket that is not in wrap-up': `select id from tickets where wrap_up_until is not null and status <> 'CHAT_CLOSED'`,
  'a closed ticket with declines': `select ticket_id from ticket_declines
    where ticket_id in (select id from tickets where status = 'CLOSED')`,
  'a room whose numbers for customers have a gap, or do not end with the last one': `select ticket_id from events
    where customer_seq is not null group by ticket_id
    having count(*) <> max(customer_seq) - min(customer_seq) + 1
      or max(customer_seq) <> (select last_customer_seq from tickets where id = ticket_id)`,
  'numbers for customers in another order than the event log': `select seq from (
      select seq, lag(seq) over (partition by ticket_id order by customer_seq) as seq_before
      from events where customer_seq is not null)
    where seq_before > seq`,
  'an event of a ticket with a number for customers who do not get it, or without one': `select seq, type from events
    where (customer_seq is not null) <> (type in (${customerTypes})) and type <> 'message.posted'`,
} as const;

/** Checks what must be true after every command. */
export async function checkInvariants(db: Database): Promise<void> {
  const [needSets, skillSets, coverage, ...found] = await query(
    db,
    'select id, needs, tier_from, tier_to from need_sets',
    'select skills, tier from skill_sets',
    'select need_set, skills from coverage order by 1, 2',
    ...Object.values(violations),
  );
  expect(Object.fromEntries(Object.keys(violations).map((name, i) => [name, found[i]]))).toEqual(
    Object.fromEntries(Object.keys(violations).map((name) => [name, []])),
  );
  expect(coverage!.map((row) => `${row['need_set']} ${row['skills']}`)).toEqual(
    needSets!
      .flatMap((need) =>
        skillSets!.filter((set) => covers(set, need)).map((set) => `${need['id']} ${set['skills']}`),
      )
      .toSorted(),
  );
}

function covers(skillSet: Row, need: Row): boolean {
  const skills = JSON.parse(String(skillSet['skills'])) as string[];
  const tier = tierOf(skills);
  expect(skillSet['tier']).toBe(tier);
  return (
    missingSkills({ skills }, JSON.parse(String(need['needs'])) as string[]).length === 0 &&
    Number(need['tier_from']) <= tier &&
    tier <= Number(need['tier_to'])
  );
}

/** Checks that no agent that got a ticket after `afterSeq` exceeds its capacity. */
export async function checkCapacity(db: Database, afterSeq: number): Promise<void> {
  const [overloaded] = await query(
    db,
    `select id, load, max_load from agents where load > max_load
     and id in (select agent_id from events where seq > ${afterSeq} and type = 'ticket.assigned')`,
  );
  expect(overloaded).toEqual([]);
}
