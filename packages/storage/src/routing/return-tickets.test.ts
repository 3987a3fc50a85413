import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
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

type Verb = (db: Database, command: CommandContext & { ticketId: string }) => Promise<unknown>;
const anyones = { owner: null, ifVersion: null, note: null };

/** Everything that takes a ticket from its agent, here from ann. */
const verbs: Record<string, Verb> = {
  declineTicket: (db, command) =>
    send(db, declineTicket, { ...command, ...anyones, ref: 'ann', self: 'ann' }),
  requeueTicket: (db, command) => send(db, requeueTicket, { ...command, ...anyones }),
  escalateTicket: (db, command) => send(db, escalateTicket, { ...command, ...anyones }),
  transferToQueue: (db, command) => send(db, transferToQueue, { ...command, ...anyones, queueId: 'default' }),
  transferToAgent: (db, command) => send(db, transferToAgent, { ...command, ...anyones, to: 'ben' }),
  setTicketStatus: (db, command) => send(db, setTicketStatus.ERROR, { ...command, ...anyones }),
  drainAgent: (db, command) => send(db, drainAgent, { ...command, agentId: 'ann', requeuesPicked: true }),
};

const state = (db: Awaited<ReturnType<typeof freshDatabase>>) =>
  Promise.all(
    ['tickets', 'agents', 'events', 'ticket_declines', 'need_sets'].map((table) =>
      db.rows(`select * from ${table}`),
    ),
  );

it.each(Object.entries(verbs))(
  'takes a ticket back once when the batch of %s is sent again, its answer lost',
  async (_, verb) => {
    const db = await freshDatabase();
    const desk = openDesk(db);
    await desk.online('ann');
    const { id } = await desk.createTicket();
    for (const agent of ['ben', 'cho', 'second', 'another']) await desk.online(agent);
    const skilled = `update agents set skills = '["tier:2"]' where id in ('second', 'another')`;
    await db.batch([skilled], 'write');
    const command = { ...desk.context(), ticketId: id };
    await verb(db, command);
    const before = await state(db);
    await verb(db, command);
    expect(await state(db)).toEqual(before);
  },
);

it.each(Object.entries(verbs).filter(([name]) => name !== 'transferToAgent'))(
  'tells in the log from whom %s took a ticket',
  async (_, verb) => {
    const db = await freshDatabase();
    const desk = openDesk(db);
    await desk.online('ann');
    const { id } = await desk.createTicket();
    const command = { ...desk.context(), ticketId: id };
    await verb(db, command);
    const told = `select distinct agent_id from events where change_id = '${command.changeId}'`;
    expect(await db.rows(told)).toEqual([['ann']]);
  },
);

it.each([
  ['its next agent is drained', ['drainAgent']],
  ['a workflow has had it', ['pending', 'done']],
])('asks who declined a ticket again when %s and nobody else is there', async (_, then) => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const ticket = () => ({ ...desk.context(), ...anyones, ticketId: id });
  if (then[0] === 'drainAgent') await desk.online('ben');
  await send(db, declineTicket, { ...ticket(), ref: 'ann', self: 'ann' });
  for (const step of then) {
    if (step === 'drainAgent')
      await send(db, drainAgent, { ...desk.context(), agentId: 'ben', requeuesPicked: false });
    else await send(db, setTicketStatus[step === 'pending' ? 'WORKFLOW_PENDING' : 'WORKFLOW_DONE'], ticket());
  }
  expect(await desk.agentOf(id)).toBeNull();
  await db.batch([`update agents set lease_until = 1e15`], 'write');
  desk.wait(60_000);
  await sweep(db, { now: desk.context().now, newId: () => crypto.randomUUID() });
  expect(await desk.agentOf(id)).toBe('ann');
});
