import { byRank, chooseAgent, explainRouting, type WaitingTicket } from '@chat-ticket/domain';
import { assert, asyncProperty } from 'fast-check';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { now, randomDesk, waitingTickets, writeDesk } from '../../test/random-desk.ts';
import { type Database, getTicketRouting, send } from '../index.ts';
import { assignNext } from '../steps/assign.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);

/** What is told of a ticket, and of the agents not ruled out whose turn it is. */
async function explain(db: Database, { id }: Pick<WaitingTicket, 'id'>) {
  const routing = await send(db, getTicketRouting, { ticketId: id, now });
  if (!routing) throw new Error(`no ticket ${id}`);
  const { considered } = explainRouting(routing.ticket, routing.agents, now);
  const able = considered.filter(({ ruledOutBy }) => ruledOutBy.length === 0).map(({ agent }) => agent.id);
  const next = able.find((agentId) => agentId === routing.ticket.preferredAgentId) ?? able[0];
  return { ticket: routing.ticket, next };
}

it('rules everybody out exactly when the rule that assigns finds nobody', { timeout: 120_000 }, async () => {
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
});

it('gives a ticket to the agent who had been told of as next', { timeout: 120_000 }, async () => {
  const db = await freshDatabase();
  await assert(
    asyncProperty(randomDesk, async (desk) => {
      await writeDesk(db, desk);
      const told = new Map<unknown, string | undefined>();
      for (const own of waitingTickets(desk)) told.set(own.id, (await explain(db, own)).next);
      const changeId = crypto.randomUUID();
      await db.batch([assignNext.bind({ changeId, now, actorRole: 'system', actorId: 'test' })], 'write');
      const given = await db.rows(`select id, agent_id from tickets where change_id = '${changeId}'`);
      for (const [id, agentId] of given) expect(told.get(id)).toBe(agentId);
    }),
    { numRuns },
  );
});
