import { byRank, type WaitingTicket } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { assignByRule } from './assign-by-rule.ts';
import type { FreshDatabase } from './fresh-database.ts';
import { now, type RandomDesk, randomDesk, waitingTickets, writeDesk } from './random-desk.ts';
import type { CommandContext } from '../src/index.ts';
import { assignNext, assignWaitingTo } from '../src/steps/assign.ts';

const context = () => ({ changeId: crypto.randomUUID(), now, actorRole: 'system', actorId: 'test' });
const assignToAgent = assignWaitingTo<CommandContext & { agentId: string }>(':agentId');

/** The properties that compare the SQL of routing with its specification, by the name of their test. */
export const assignProperties = {
  'places every waiting ticket as the specification says': (db: FreshDatabase) =>
    fc.asyncProperty(randomDesk, (desk) => checkPlaces(db, desk)),
  'makes the assignments of the specification in the same order': (db: FreshDatabase) =>
    fc.asyncProperty(randomDesk, (desk) => checkAssignments(db, desk)),
  'gives an agent who becomes routable the tickets that the specification gives it': (db: FreshDatabase) =>
    fc.asyncProperty(
      randomDesk.filter(({ agents }) => agents.length > 0),
      fc.nat(5),
      (desk, i) => checkNewlyRoutable(db, desk, i % desk.agents.length),
    ),
};

async function checkPlaces(db: FreshDatabase, desk: RandomDesk): Promise<void> {
  await writeDesk(db, desk);
  const rows = await db.rows(
    `select t.id, t.queue_id, t.stage, t.rank, n.needs, n.tier_from, n.tier_to from tickets t join need_sets n on n.id = t.need_set
     where status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED') order by rank, t.id`,
  );
  expect(rows).toEqual(
    waitingTickets(desk)
      .toSorted(byRank)
      .map((t) => [t.id, t.queueId, t.stage, t.rank, JSON.stringify(t.needs), t.tierFrom, t.tierTo]),
  );
  expect(await db.rows('select id, waiting from need_sets where waiting > 0 order by id')).toEqual(
    await db.rows(
      `select need_set, count(*) from tickets where status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED') group by 1 order by 1`,
    ),
  );
}

async function checkAssignments(db: FreshDatabase, desk: RandomDesk): Promise<void> {
  await writeDesk(db, desk);
  for (const pair of assignByRule(desk.settings.strategy, waitingTickets(desk), desk.agents)) {
    const { changeId, ...rest } = context();
    await db.batch([assignNext.bind({ changeId, ...rest })], 'write');
    const rows = await db.rows(`select id, agent_id from tickets where change_id = '${changeId}'`);
    expect(rows).toEqual(pair ? [[pair.ticketId, pair.agentId]] : []);
  }
}

/** First makes every assignment that is possible without the agent, so that only its own tickets remain. */
async function checkNewlyRoutable(db: FreshDatabase, desk: RandomDesk, i: number): Promise<void> {
  const agent = desk.agents[i]!;
  const others = desk.agents.map((other) => (other === agent ? { ...other, routable: false } : other));
  await writeDesk(db, { ...desk, agents: others });
  let waiting: WaitingTicket[] = waitingTickets(desk);
  for (const pair of assignByRule(desk.settings.strategy, waiting, others)) {
    await db.batch([assignNext.bind(context())], 'write');
    waiting = waiting.filter(({ id }) => id !== pair?.ticketId);
  }
  const { changeId, ...rest } = context();
  await db.batch([{ sql: 'update agents set is_routable = 1 where id = ?', args: [agent.id] }], 'write');
  await db.batch([assignToAgent.bind({ changeId, ...rest, agentId: agent.id })], 'write');
  const pairs = [...assignByRule(desk.settings.strategy, waiting, [{ ...agent, routable: true }])];
  expect(
    await db.rows(`select id, agent_id from tickets where change_id = '${changeId}' order by id`),
  ).toEqual(
    pairs
      .flatMap((pair) => (pair ? [[pair.ticketId, pair.agentId]] : []))
      .toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
  );
}
