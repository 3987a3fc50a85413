import { byRank, type WaitingTicket } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignByRule } from '../../test/assign-by-rule.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { now, randomDesk, waitingTickets, writeDesk } from '../../test/random-desk.ts';
import { assignNext, fillAgent } from './assign.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 1_000);
const command = () => ({ changeId: crypto.randomUUID(), now, actorRole: 'system', actorId: 'test' });
const fill = fillAgent<ReturnType<typeof command> & { agentId: string }>((p) => p.agentId);

it('puts every waiting ticket where the rule says', { timeout: 120_000 }, async () => {
  const db = await freshDatabase();
  await fc.assert(
    fc.asyncProperty(randomDesk, async (desk) => {
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
    }),
    { numRuns },
  );
});

it('makes the assignments that the rule makes, in its order', { timeout: 120_000 }, async () => {
  const db = await freshDatabase();
  await fc.assert(
    fc.asyncProperty(randomDesk, async (desk) => {
      await writeDesk(db, desk);
      for (const pair of assignByRule(desk.settings.strategy, waitingTickets(desk), desk.agents)) {
        const { changeId, ...rest } = command();
        await db.batch([assignNext({ changeId, ...rest })], 'write');
        const rows = await db.rows(`select id, agent_id from tickets where change_id = '${changeId}'`);
        expect(rows).toEqual(pair ? [[pair.ticketId, pair.agentId]] : []);
      }
    }),
    { numRuns },
  );
});

it('gives an agent who comes to a desk at rest what the rule gives it', { timeout: 120_000 }, async () => {
  const db = await freshDatabase();
  await fc.assert(
    fc.asyncProperty(randomDesk, fc.nat(5), async (desk, i) => {
      const newcomer = desk.agents[i];
      fc.pre(newcomer !== undefined);
      const others = desk.agents.map((agent) => (agent === newcomer ? { ...agent, routable: false } : agent));
      await writeDesk(db, { ...desk, agents: others });
      let waiting: WaitingTicket[] = waitingTickets(desk);
      for (const pair of assignByRule(desk.settings.strategy, waiting, others)) {
        await db.batch([assignNext(command())], 'write');
        waiting = waiting.filter(({ id }) => id !== pair?.ticketId);
      }
      const { changeId, ...rest } = command();
      await db.batch(
        [{ sql: 'update agents set is_routable = 1 where id = ?', args: [newcomer.id] }],
        'write',
      );
      await db.batch([fill({ changeId, ...rest, agentId: newcomer.id })], 'write');
      const pairs = [...assignByRule(desk.settings.strategy, waiting, [{ ...newcomer, routable: true }])];
      expect(
        await db.rows(`select id, agent_id from tickets where change_id = '${changeId}' order by id`),
      ).toEqual(
        pairs
          .flatMap((pair) => (pair ? [[pair.ticketId, pair.agentId]] : []))
          .toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
      );
    }),
    { numRuns },
  );
});
