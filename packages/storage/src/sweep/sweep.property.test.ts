import { asksAgain } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignByRule } from '../../test/assign-by-rule.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { now, randomDesk, waitingTickets, writeDesk } from '../../test/random-desk.ts';
import { sweep } from '../index.ts';

// Proves that the sweep asks the agents who declined a ticket again exactly when `asksAgain` says so, and then makes
// the assignments of the specification. fast-check generates random desks, and which tickets are due to be asked again
// or to widen. After one sweep, agents, declines and deadlines must equal what packages/domain predicts.

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
/** Which deadlines of each ticket have passed: `retry_at` and `widen_at`. */
const dueDeadlines = fc.array(fc.record({ retry: fc.boolean(), widen: fc.boolean() }), {
  minLength: 6,
  maxLength: 6,
});

const makeDue = (column: 'retry_at' | 'widen_at', ids: readonly string[]) => ({
  sql: `update tickets set ${column} = ${now} where id in (select value from json_each(?))`,
  args: [JSON.stringify(ids)],
});

const selectTickets = `
  select id, agent_id, retry_at, coalesce((select group_concat(agent_id) from (
    select agent_id from ticket_declines where ticket_id = tickets.id order by 1)), '')
  from tickets where status in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED', 'ASSIGNED') order by id`;

it(
  'asks agents who declined again when the specification does, and then assigns as it does',
  { timeout: 120_000 },
  async () => {
    const db = await freshDatabase();
    let askedAgainCount = 0;
    await fc.assert(
      fc.asyncProperty(randomDesk, dueDeadlines, async (desk, due) => {
        await writeDesk(db, desk);
        const waiting = waitingTickets(desk).map((ticket) => ({
          ticket,
          retry: due[Number(ticket.id.at(-1))]!.retry && ticket.declinedBy.length > 0,
          widen: due[Number(ticket.id.at(-1))]!.widen,
        }));
        const idsOf = (isDue: (one: (typeof waiting)[number]) => boolean) =>
          waiting.filter(isDue).map(({ ticket }) => ticket.id);
        const retryIds = idsOf(({ retry }) => retry);
        await db.batch(
          [
            makeDue('retry_at', retryIds),
            makeDue(
              'widen_at',
              idsOf(({ widen }) => widen),
            ),
          ],
          'write',
        );
        await sweep(db, { now, newId: () => crypto.randomUUID() });

        const after = waiting.map(({ ticket, retry }) =>
          retry && asksAgain(ticket, desk.agents, now) ? Object.assign(ticket, { declinedBy: [] }) : ticket,
        );
        askedAgainCount +=
          retryIds.length -
          after.filter(({ id, declinedBy }) => retryIds.includes(id) && declinedBy[0]).length;
        const pairs = [...assignByRule(desk.settings.strategy, after, desk.agents)];
        const expected = after.map(({ id, queueId, declinedBy }) => {
          const agentId = pairs.find((pair) => pair?.ticketId === id)?.agentId ?? null;
          const { pickTimeoutSeconds } = desk.settings.queues.find((queue) => queue.id === queueId)!;
          const hasDeclines = agentId === null && declinedBy.length > 0;
          const retryAt = hasDeclines ? now + pickTimeoutSeconds * 1000 : null;
          return [id, agentId, retryAt, declinedBy.toSorted().join()];
        });
        expect(await db.rows(selectTickets)).toEqual(expected);
      }),
      { numRuns },
    );
    // The random desks must exercise the rule.
    expect(askedAgainCount).toBeGreaterThan(numRuns / 20);
  },
);
