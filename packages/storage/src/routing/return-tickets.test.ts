import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import {
  type Command,
  type Database,
  declineTicket,
  drainAgent,
  escalateTicket,
  getTicket,
  requeueTicket,
  setTicketStatus,
  sweep,
  transferToAgent,
  transferToQueue,
} from '../index.ts';

type Verb = (db: Database, command: Command & { ticketId: string }) => Promise<unknown>;
const anyones = { owner: null, ifVersion: null, note: null };

/** Everything that takes a ticket from its agent, here from ann. */
const verbs: Record<string, Verb> = {
  declineTicket: (db, command) => declineTicket(db, { ...command, ...anyones, ref: 'ann', self: 'ann' }),
  requeueTicket: (db, command) => requeueTicket(db, { ...command, ...anyones }),
  escalateTicket: (db, command) => escalateTicket(db, { ...command, ...anyones }),
  transferToQueue: (db, command) => transferToQueue(db, { ...command, ...anyones, queueId: 'default' }),
  transferToAgent: (db, command) => transferToAgent(db, { ...command, ...anyones, to: 'ben' }),
  setTicketStatus: (db, command) => setTicketStatus(db, { ...command, ...anyones, status: 'ERROR' }),
  drainAgent: (db, command) => drainAgent(db, { ...command, agentId: 'ann', requeuesPicked: true }),
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
    const desk = deskOn(db);
    await desk.online('ann');
    const { id } = await desk.takeIn();
    for (const agent of ['ben', 'cho', 'second', 'another']) await desk.online(agent);
    const skilled = `update agents set skills = '["tier:2"]' where id in ('second', 'another')`;
    await db.batch([skilled], 'write');
    const command = { ...desk.command(), ticketId: id };
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
    const desk = deskOn(db);
    await desk.online('ann');
    const { id } = await desk.takeIn();
    const command = { ...desk.command(), ticketId: id };
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
  const desk = deskOn(db);
  await desk.online('ann');
  const { id } = await desk.takeIn();
  const ticket = () => ({ ...desk.command(), ...anyones, ticketId: id });
  if (then[0] === 'drainAgent') await desk.online('ben');
  await declineTicket(db, { ...ticket(), ref: 'ann', self: 'ann' });
  for (const step of then) {
    if (step === 'drainAgent')
      await drainAgent(db, { ...desk.command(), agentId: 'ben', requeuesPicked: false });
    else
      await setTicketStatus(db, {
        ...ticket(),
        status: step === 'pending' ? 'WORKFLOW_PENDING' : 'WORKFLOW_DONE',
      });
  }
  expect((await getTicket(db, id))?.agentId).toBeNull();
  await db.batch([`update agents set lease_until = 1e15`], 'write');
  desk.pass(60_000);
  await sweep(db, { now: desk.command().now, newId: () => crypto.randomUUID() });
  expect((await getTicket(db, id))?.agentId).toBe('ann');
});
