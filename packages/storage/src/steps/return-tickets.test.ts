import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts';
import {
  type Database,
  type CommandContext,
  declineTicket,
  drainAgent,
  escalateTicket,
  requeueTicket,
  send,
  setTicketStatus,
  sweep,
  transferToAgent,
  transferToQueue,
} from '../index.ts';

type Return = (db: Database, input: CommandContext & { ticketId: string }) => Promise<unknown>;
const change = { owner: null, ifVersion: null, note: null };

/** The commands that take a ticket from its agent, here from ann. */
const returns: Record<string, Return> = {
  declineTicket: (db, input) => send(db, declineTicket, { ...input, ...change, ref: 'ann', self: 'ann' }),
  requeueTicket: (db, input) => send(db, requeueTicket, { ...input, ...change }),
  escalateTicket: (db, input) => send(db, escalateTicket, { ...input, ...change }),
  transferToQueue: (db, input) => send(db, transferToQueue, { ...input, ...change, queueId: 'default' }),
  transferToAgent: (db, input) => send(db, transferToAgent, { ...input, ...change, to: 'ben' }),
  setTicketStatus: (db, input) => send(db, setTicketStatus.ERROR, { ...input, ...change }),
  drainAgent: (db, input) => send(db, drainAgent, { ...input, agentId: 'ann', requeuesPicked: true }),
};

const contentOf = (db: FreshDatabase) =>
  Promise.all(
    ['tickets', 'agents', 'events', 'ticket_declines', 'need_sets'].map((table) =>
      db.rows(`select * from ${table}`),
    ),
  );

it.each(Object.entries(returns))('returns a ticket once if %s is repeated', async (_, sendReturn) => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  for (const agent of ['ben', 'cho', 'second', 'another']) await desk.online(agent);
  const skilled = `update agents set skills = '["tier:2"]' where id in ('second', 'another')`;
  await db.batch([skilled], 'write');
  const input = { ...desk.context(), ticketId: id };
  await sendReturn(db, input);
  const before = await contentOf(db);
  await sendReturn(db, input);
  expect(await contentOf(db)).toEqual(before);
});

it.each(Object.entries(returns).filter(([name]) => name !== 'transferToAgent'))(
  'names the agent who loses the ticket in the events of %s',
  async (_, sendReturn) => {
    const db = await freshDatabase();
    const desk = openDesk(db);
    await desk.online('ann');
    const { id } = await desk.createTicket();
    const input = { ...desk.context(), ticketId: id };
    await sendReturn(db, input);
    const agents = `select distinct agent_id from events where change_id = '${input.changeId}'`;
    expect(await db.rows(agents)).toEqual([['ann']]);
  },
);

it.each([
  ['the next agent is drained', ['drainAgent']],
  ['a workflow ends', ['WORKFLOW_PENDING', 'WORKFLOW_DONE']],
] as const)('asks the agent who declined again after %s, if no other agent fits', async (_, steps) => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const input = () => ({ ...desk.context(), ...change, ticketId: id });
  if (steps[0] === 'drainAgent') await desk.online('ben');
  await send(db, declineTicket, { ...input(), ref: 'ann', self: 'ann' });
  for (const step of steps) {
    if (step === 'drainAgent')
      await send(db, drainAgent, { ...desk.context(), agentId: 'ben', requeuesPicked: false });
    else await send(db, setTicketStatus[step], input());
  }
  expect(await desk.agentOf(id)).toBeNull();
  await db.batch([`update agents set lease_until = 1e15`], 'write');
  desk.wait(60_000);
  await sweep(db, { now: desk.context().now, newId: () => crypto.randomUUID() });
  expect(await desk.agentOf(id)).toBe('ann');
});
