import { asksAgain } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignByRule } from '../../test/assign-by-rule.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { now, randomDesk, waitingTickets, writeDesk } from '../../test/random-desk.ts';
import { sweep } from '../index.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
/** Of each ticket, whether it is time to ask again, and time for its next step. */
const due = fc.array(fc.record({ asks: fc.boolean(), widens: fc.boolean() }), { minLength: 6, maxLength: 6 });

const setNow = (column: 'retry_at' | 'widen_at', ids: readonly string[]) => ({
  sql: `update tickets set ${column} = ${now} where id in (select value from json_each(?))`,
  args: [JSON.stringify(ids)],
});

const selectWaitingBefore = `
  select id, agent_id, retry_at, coalesce((select group_concat(agent_id) from (
    select agent_id from ticket_declines where ticket_id = tickets.id order by 1)), '')
  from tickets where status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED', 'ASSIGNED') order by id`;

it(
  'asks those who declined again where the rule does, and assigns what that makes possible',
  { timeout: 120_000 },
  async () => {
    const db = await freshDatabase();
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(randomDesk, due, async (desk, dueOf) => {
        await writeDesk(db, desk);
        const waiting = waitingTickets(desk).map((ticket) => ({
          ticket,
          asks: dueOf[Number(ticket.id.at(-1))]!.asks && ticket.declinedBy.length > 0,
          widens: dueOf[Number(ticket.id.at(-1))]!.widens,
        }));
        const idsOf = (which: (one: (typeof waiting)[number]) => boolean) =>
          waiting.filter(which).map(({ ticket }) => ticket.id);
        const asking = idsOf(({ asks }) => asks);
        await db.batch(
          [
            setNow('retry_at', asking),
            setNow(
              'widen_at',
              idsOf(({ widens }) => widens),
            ),
          ],
          'write',
        );
        await sweep(db, { now, newId: () => crypto.randomUUID() });

        const after = waiting.map(({ ticket, asks }) =>
          asks && asksAgain(ticket, desk.agents, now) ? Object.assign(ticket, { declinedBy: [] }) : ticket,
        );
        asked +=
          asking.length - after.filter(({ id, declinedBy }) => asking.includes(id) && declinedBy[0]).length;
        const pairs = [...assignByRule(desk.settings.strategy, after, desk.agents)];
        const expected = after.map(({ id, queueId, declinedBy }) => {
          const agentId = pairs.find((pair) => pair?.ticketId === id)?.agentId ?? null;
          const { pickTimeoutSeconds } = desk.settings.queues.find((queue) => queue.id === queueId)!;
          const isAskedLater = agentId === null && declinedBy.length > 0;
          const retryAt = isAskedLater ? now + pickTimeoutSeconds * 1000 : null;
          return [id, agentId, retryAt, declinedBy.toSorted().join()];
        });
        expect(await db.rows(selectWaitingBefore)).toEqual(expected);
      }),
      { numRuns },
    );
    expect(asked).toBeGreaterThan(numRuns / 20);
  },
);
