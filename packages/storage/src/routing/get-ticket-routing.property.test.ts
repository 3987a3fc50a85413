import { byRank, chooseAgent, explainRouting, type WaitingTicket } from '@chat-ticket/domain';
import { assert, asyncProperty } from 'fast-check';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { now, randomDesk, waitingTickets, writeDesk } from '../../test/random-desk.ts';
import { type Database, getTicketRouting, send } from '../index.ts';
import { assignNext } from '../steps/assign.ts';

// Proves that the explanation of a waiting ticket is true. fast-check generates random desks. For every waiting ticket,
// the agent that `explainRouting` considers next must be the one that the specification chooses and that the SQL then
// assigns.

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);

/** The ticket as routing sees it, and the first agent that no rule excludes. */
async function explain(db: Database, { id }: Pick<WaitingTicket, 'id'>) {
  const routing = await send(db, getTicketRouting, { ticketId: id, now });
  if (!routing) throw new Error(`no ticket ${id}`);
  const { considered } = explainRouting(routing.ticket, routing.agents, now);
  const eligible = considered
    .filter(({ ruledOutBy }) => ruledOutBy.length === 0)
    .map(({ agent }) => agent.id);
  const next = eligible.find((agentId) => agentId === routing.ticket.preferredAgentId) ?? eligible[0];
  return { ticket: routing.ticket, next };
}

it(
  'names the agent that the specification chooses, or none if it chooses none',
  { timeout: 120_000 },
  async () => {
    const db = await freshDatabase();
    await assert(
      asyncProperty(randomDesk, async (desk) => {
        await writeDesk(db, desk);
        const waiting = waitingTickets(desk).toSorted(byRank);
        for (const own of waiting) {
          const { next, ticket } = await explain(db, own);
          const chosen = chooseAgent(own, desk.agents, { ...desk.settings, now });
          expect(own.queueIsOpen ? next : undefined).toBe(chosen?.id);
          const { queueIsOpen, needs, tierFrom, tierTo, stage, queueId } = own;
          expect(ticket).toMatchObject({ queueIsOpen, needs, tierFrom, tierTo, stage, queueId });
          const inQueue = waiting.filter((other) => other.queueId === queueId);
          expect(ticket.position).toBe(inQueue.indexOf(own) + 1);
        }
      }),
      { numRuns },
    );
  },
);

it('names the agent that the SQL then assigns', { timeout: 120_000 }, async () => {
  const db = await freshDatabase();
  await assert(
    asyncProperty(randomDesk, async (desk) => {
      await writeDesk(db, desk);
      const explained = new Map<unknown, string | undefined>();
      for (const own of waitingTickets(desk)) explained.set(own.id, (await explain(db, own)).next);
      const changeId = crypto.randomUUID();
      await db.batch([assignNext.bind({ changeId, now, actorRole: 'system', actorId: 'test' })], 'write');
      const assigned = await db.rows(`select id, agent_id from tickets where change_id = '${changeId}'`);
      for (const [id, agentId] of assigned) expect(explained.get(id)).toBe(agentId);
    }),
    { numRuns },
  );
});
