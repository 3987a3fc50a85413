import { missingSkills, ticketStates, tierOf } from '@chat-ticket/domain';
import type { Database } from '@chat-ticket/storage';
import { expect } from 'vitest';
import { query, type Row } from './read-desk.ts';

const held = `status in ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED')`;
const waiting = `status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED')`;
const states = ticketStates.map((state) => `'${state}'`).join(', ');

/** Each query finds what must never be. */
const never = {
  'a ticket in no state of the table': `select id, status from tickets where status not in (${states})`,
  'a held ticket without an agent, or another with one': `select id, status, agent_id from tickets
    where status <> 'CLOSED' and (agent_id is not null) <> (${held})`,
  'an open ticket without its place in the queue': `select id from tickets where status <> 'CLOSED' and need_set is null`,
  'a rank that is not of intake and priority': `select id, rank from tickets where status <> 'CLOSED' and rank <> created_at
    - (priority + (select priority from queues where id = queue_id)) * (select point_ms from settings)`,
  'a load that is not the number of held tickets': `select id, load from agents
    where load <> (select count(*) from tickets where agent_id = agents.id and ${held})`,
  'a count of waiting tickets that is wrong': `select id, waiting from need_sets
    where waiting <> (select count(*) from tickets where need_set = need_sets.id and ${waiting})`,
  'a waiting ticket whose needs nobody knows': `select id from tickets
    where ${waiting} and need_set not in (select id from need_sets)`,
  'an agent whose skills nobody knows': `select id from agents where skills not in (select skills from skill_sets)`,
  'a pick timeout other than of an unpicked offer by a rule': `select id, status, pick_by from tickets where (pick_by is not null)
    <> (status in ('ASSIGNED', 'REASSIGNED') and picked_at is null and is_agent_fixed = 0)`,
  'a widen or retry time of a ticket that does not wait': `select id, status from tickets
    where (widen_at is not null or retry_at is not null) and not ${waiting}`,
  'a decliner who is never asked again': `select id from tickets where ${waiting}
    and (retry_at is not null) <> (id in (select ticket_id from ticket_declines))`,
  'a wrap-up time outside of wrap-up': `select id from tickets where wrap_up_until is not null and status <> 'CHAT_CLOSED'`,
  'a closed ticket that remembers decliners': `select ticket_id from ticket_declines
    where ticket_id in (select id from tickets where status = 'CLOSED')`,
} as const;

/** Checks what must hold after every command, whatever it was. */
export async function checkInvariants(db: Database): Promise<void> {
  const [needSets, skillSets, coverage, ...found] = await query(
    db,
    'select id, needs, tier_from, tier_to from need_sets',
    'select skills, tier from skill_sets',
    'select need_set, skills from coverage order by 1, 2',
    ...Object.values(never),
  );
  expect(Object.fromEntries(Object.keys(never).map((name, i) => [name, found[i]]))).toEqual(
    Object.fromEntries(Object.keys(never).map((name) => [name, []])),
  );
  expect(coverage!.map((row) => `${row['need_set']} ${row['skills']}`)).toEqual(
    needSets!
      .flatMap((need) =>
        skillSets!.filter((own) => covers(own, need)).map((own) => `${need['id']} ${own['skills']}`),
      )
      .toSorted(),
  );
}

function covers(own: Row, need: Row): boolean {
  const skills = JSON.parse(String(own['skills'])) as string[];
  const tier = tierOf(skills);
  expect(own['tier']).toBe(tier);
  return (
    missingSkills({ skills }, JSON.parse(String(need['needs'])) as string[]).length === 0 &&
    Number(need['tier_from']) <= tier &&
    tier <= Number(need['tier_to'])
  );
}

/** Agents that got a ticket since an event have not got more than fit. */
export async function checkRoom(db: Database, afterSeq: number): Promise<void> {
  const [full] = await query(
    db,
    `select id, load, max_load from agents where load > max_load
     and id in (select agent_id from events where seq > ${afterSeq} and type = 'ticket.assigned')`,
  );
  expect(full).toEqual([]);
}
