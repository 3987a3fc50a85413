import { asksAgain } from '@chat-ticket/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignByRule } from '../../test/assign-by-rule.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { now, randomDesk, waitingTickets, writeDesk } from '../../test/random-desk.ts';
import { sweep } from './sweep.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
/** By ticket, whether its time to ask again, and the one of its next step, have come. */
const dueness = fc.array(fc.record({ asks: fc.boolean(), widens: fc.boolean() }), {
  minLength: 6,
  maxLength: 6,
});

it(
  'asks those who declined again where the rule does, and assigns what that makes possible',
  {
    timeout: 120_000,
  },
  async () => {
    const db = await freshDatabase();
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(randomDesk, dueness, async (desk, due) => {
        await writeDesk(db, desk);
        const waiting = waitingTickets(desk).map((ticket) => {
          const { asks, widens } = due[Number(ticket.id.at(-1))]!;
          return { ticket, asks: asks && ticket.declinedBy.length > 0, widens };
        });
        const set = (column: string, ids: string[]) => ({
          sql: `update tickets set ${column} = ${now} where id in (select value from json_each(?))`,
          args: [JSON.stringify(ids)],
        });
        const idsOf = (which: 'asks' | 'widens') =>
          waiting.filter((one) => one[which]).map(({ ticket }) => ticket.id);
        await db.batch([set('retry_at', idsOf('asks')), set('widen_at', idsOf('widens'))], 'write');
        await sweep(db, { now, newId: () => crypto.randomUUID() });

        const after = waiting.map(({ ticket, asks }) => {
          const isForgotten = asks && asksAgain(ticket, desk.agents, now);
          if (isForgotten) asked++;
          return isForgotten ? { ...ticket, declinedBy: [] } : ticket;
        });
        const pairs = [...assignByRule(desk.settings.strategy, after, desk.agents)];
        const expected = after.map(({ id, queueId, declinedBy }) => {
          const agentId = pairs.find((pair) => pair?.ticketId === id)?.agentId ?? null;
          const { pickTimeoutSeconds } = desk.settings.queues.find((queue) => queue.id === queueId)!;
          const isAskedLater = agentId === null && declinedBy.length > 0;
          return [
            id,
            agentId,
            isAskedLater ? now + pickTimeoutSeconds * 1000 : null,
            declinedBy.toSorted().join(),
          ];
        });
        expect(
          await db.rows(`select id, agent_id, retry_at, coalesce(
            (select group_concat(agent_id) from (select agent_id from ticket_declines where ticket_id = tickets.id order by 1)), '')
          from tickets where status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED', 'ASSIGNED') order by id`),
        ).toEqual(expected);
      }),
      { numRuns },
    );
    expect(asked).toBeGreaterThan(numRuns / 20);
  },
);
