import { Settings } from '@chat-ticket/contract';
import {
  type Candidate,
  fieldKeys,
  matchQueue,
  openPeriods,
  queueRank,
  reasonKeys,
  skillsNeeded,
  stagesOf,
  type WaitingTicket,
} from '@chat-ticket/domain';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { type Database, putSettings, send } from '../src/index.ts';
import { placeInQueue } from '../src/steps/place-in-queue.ts';

// A Thursday at noon in Berlin. The opening hours below contain it, begin or end at it, or have a gap shortly before
// it.
export const now = Date.UTC(2026, 0, 15, 11);
const minuteMs = 60_000;

const skills = ['ccr:billing', 'language:eng', 'shop:7', 'language:tha', 'tier:2', 'tier:3', 'vip'];
const needs = ['ccr:{ccr}', 'language:{language}', 'shop:{field:shop}', 'vip'];
const fields = [
  { id: 'shop', name: 'Shop', type: 'number' },
  { id: 'level', name: 'Level', type: 'choice', choices: ['gold', 'silver'] },
];
const hours = (...times: [string, string][]) => ({
  timeZone: 'Europe/Berlin',
  weekly: { thu: times.map(([from, to]) => ({ from, to })) },
});

const queue = fc.record({
  needs: fc.oneof(fc.constant([]), fc.subarray(needs)),
  priority: fc.integer({ min: 0, max: 2 }),
  widen: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }).chain((minutes) =>
    fc.tuple(
      ...minutes
        .toSorted((a, b) => a - b)
        .map((after) =>
          fc.record({
            afterSeconds: fc.constant(after * 60),
            drop: fc.subarray(needs),
            tier: fc.option(fc.integer({ min: 2, max: 3 }), { nil: undefined }),
          }),
        ),
    ),
  ),
  hours: fc.constantFrom(
    undefined,
    undefined,
    hours(['00:00', '24:00']),
    hours(['09:00', '11:57'], ['11:58', '18:00']),
    hours(['09:00', '12:00']),
    hours(['12:00', '18:00']),
  ),
});
const takes = fc.record(
  {
    entityIds: fc.constant(['FP_TH']),
    languages: fc.constantFrom(['tha'], ['tha', 'eng']),
    ccrs: fc.constantFrom(['Billing'], ['billing – Refund']),
    fields: fc.constantFrom(
      { level: ['gold'] },
      { shop: ['7', '8'] },
      { level: ['gold', 'silver'], shop: ['7'] },
    ),
  },
  { requiredKeys: [] },
);

/** The settings refuse a step that drops a need which the queue does not have. */
const knownNeeds = (drop: readonly string[], needsOfQueue: readonly string[]) =>
  drop.filter((need) => needsOfQueue.includes(need));

const settings = fc
  .record({
    strategy: fc.constantFrom('least_loaded', 'longest_idle', 'round_robin'),
    priorityPointSeconds: fc.constantFrom(1, 60),
    specialQueues: fc.array(fc.tuple(queue, takes), { maxLength: 2 }),
    lastQueue: queue,
  })
  .map(({ specialQueues, lastQueue, ...document }) =>
    v.parse(Settings, {
      ...document,
      fields,
      queues: [
        ...specialQueues.map(([own, ownTakes], i) => ({
          ...own,
          id: `queue-${i}`,
          takes: ownTakes,
          widen: own.widen.map(({ drop, ...step }) => ({ ...step, drop: knownNeeds(drop, own.needs) })),
        })),
        {
          ...lastQueue,
          id: 'rest',
          widen: lastQueue.widen.map(({ drop, ...step }) => ({
            ...step,
            drop: knownNeeds(drop, lastQueue.needs),
          })),
        },
      ],
    }),
  );

const agent = fc.record({
  // Most agents can get a ticket. Otherwise few desks have anything to choose between.
  skills: fc.oneof(fc.constantFrom([], ['vip'], ['language:tha']), fc.subarray(skills)),
  routable: fc.constantFrom(true, true, true, false),
  leaseUntil: fc.constantFrom(now + 1, now + minuteMs, now + minuteMs, now),
  load: fc.integer({ min: 0, max: 2 }),
  capacity: fc.constantFrom(0, 2, 3, 4, 4),
  idleSince: fc.integer({ min: 0, max: 3 }),
  assignedAt: fc.integer({ min: 0, max: 3 }),
});
const ticket = fc.record({
  status: fc.constantFrom('CREATED', 'CREATED', 'WORKFLOW_DONE', 'ESCALATED', 'WORKFLOW_PENDING', 'ERROR'),
  priority: fc.integer({ min: 0, max: 3 }),
  ageMinutes: fc.integer({ min: 0, max: 7 }),
  entityId: fc.constantFrom('', 'FP_TH'),
  language: fc.constantFrom(null, 'tha', 'eng'),
  ccr: fc.constantFrom(null, 'billing', 'Billing - refund', 'delivery'),
  fields: fc.constantFrom<Record<string, string | number>>(
    {},
    { shop: 7 },
    { level: 'gold' },
    { level: 'silver', shop: 7.5 },
    { level: 'gold', shop: 8 },
  ),
  tier: fc.constantFrom(1, 1, 1, 2),
  preferred: fc.option(fc.nat(5), { nil: null }),
  declinedBy: fc.subarray([0, 1, 2, 3, 4, 5], { maxLength: 2 }),
});

/** Random settings, agents and tickets. Most of them could not result from commands. */
export const randomDesk = fc
  .record({
    settings,
    agents: fc.array(agent, { maxLength: 6 }),
    tickets: fc.array(ticket, { maxLength: 6 }),
  })
  .map((desk) => ({
    settings: desk.settings,
    agents: desk.agents.map((own, i): Candidate => ({ id: `agent-${i}`, ...own })),
    tickets: desk.tickets.map((own, i) => ({
      id: `ticket-${i}`,
      createdAt: now - own.ageMinutes * minuteMs,
      ...own,
      fieldKeys: fieldKeys(own.fields),
    })),
  }));
export type RandomDesk = typeof randomDesk extends fc.Arbitrary<infer Desk> ? Desk : never;

/** The waiting tickets, with the queue, stage, rank and needs that the specification gives them. */
export function waitingTickets(desk: RandomDesk): (WaitingTicket & { queueId: string; stage: number })[] {
  return desk.tickets
    .filter(({ status }) => ['CREATED', 'WORKFLOW_DONE', 'ESCALATED'].includes(status))
    .map((own) => {
      const ownQueue = matchQueue(desk.settings.queues, own);
      const periods = openPeriods(ownQueue.hours ?? null, now - 8 * 24 * 60 * minuteMs, now + minuteMs);
      const openMs = periods.reduce(
        (sum, { opensAt, closesAt }) =>
          sum + Math.max(0, Math.min(closesAt, now) - Math.max(opensAt, own.createdAt)),
        0,
      );
      const stages = stagesOf(ownQueue);
      const stage = stages.findLastIndex(({ afterMs }) => afterMs <= openMs);
      return {
        id: own.id,
        queueId: ownQueue.id,
        stage,
        rank: queueRank(
          { priority: own.priority + ownQueue.priority, createdAt: own.createdAt },
          desk.settings.priorityPointSeconds * 1000,
        ),
        queueIsOpen: periods.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt),
        needs: skillsNeeded(stages[stage]!.needs, own),
        tierFrom: own.tier,
        tierTo: Math.max(own.tier, stages[stage]!.tier),
        preferredAgentId: own.preferred === null ? null : `agent-${own.preferred}`,
        declinedBy: own.declinedBy.map((i) => `agent-${i}`),
      };
    });
}

/** Replaces the content of the database by the desk. Inserts rows directly, because no command creates some of them. */
export async function writeDesk(db: Database, desk: RandomDesk): Promise<void> {
  const context = { changeId: crypto.randomUUID(), now, actorRole: 'system', actorId: 'test' };
  await db.batch(
    [
      'ticket_declines',
      'tickets',
      'agents',
      'need_sets',
      'skill_sets',
      'events',
      'ticket_facts',
      'ticket_intervals',
      'agent_intervals',
    ].map((table) => `delete from ${table}`),
    'write',
  );
  await send(db, putSettings, { ...context, settings: desk.settings, ifVersion: null });
  await db.batch(
    [
      ...desk.agents.map((own) => ({
        sql: `insert into agents (id, status, status_since, is_routable, max_load, skills, lease_until, is_connected, load, idle_since, assigned_at, strategy, change_id)
          values (?, 'online', 0, ?, ?, ?, ?, 1, ?, ?, ?, ?, 'test')`,
        args: [
          own.id,
          Number(own.routable),
          own.capacity,
          JSON.stringify(own.skills),
          own.leaseUntil,
          own.load,
          own.idleSince,
          own.assignedAt,
          desk.settings.strategy,
        ],
      })),
      ...desk.tickets.flatMap((own) => [
        {
          sql: `insert into tickets (id, status, waiting_status, priority, rank, entity_id, language, ccr, ccr_key, topic_key, fields, field_keys, order_id, customer_id,
              content, room_id, queue_id, tier, preferred_agent_id, prefer_until, created_at, updated_at, change_id)
            values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, '', ?, '{}', ?, '', ?, ?, ?, ?, ?, 'test')`,
          args: [
            own.id,
            own.status,
            own.status,
            own.priority,
            own.entityId,
            own.language,
            own.ccr,
            reasonKeys(own.ccr).ccrKey,
            reasonKeys(own.ccr).topicKey,
            JSON.stringify(own.fields),
            JSON.stringify(own.fieldKeys),
            own.id,
            own.id,
            own.tier,
            own.preferred === null ? null : `agent-${own.preferred}`,
            now + 1,
            own.createdAt,
            own.createdAt,
          ],
        },
        ...own.declinedBy.map((i) => ({
          sql: 'insert into ticket_declines values (?, ?, ?)',
          args: [own.id, `agent-${i}`, now],
        })),
      ]),
      placeInQueue.bind(context),
    ],
    'write',
  );
}
