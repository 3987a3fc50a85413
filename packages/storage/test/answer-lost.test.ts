import { Settings } from '@chat-ticket/contract';
import { leaseMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import * as storage from '../src/index.ts';
import { deskOn } from './desk.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

type Desk = ReturnType<typeof deskOn>;
type Send = (
  db: storage.Database,
  desk: Desk,
  ids: Record<'offered' | 'picked' | 'waiting', string>,
) => Promise<unknown>;

const change = (desk: Desk, ticketId: string) => ({
  ...desk.command(),
  ticketId,
  owner: null,
  ifVersion: null,
  note: null,
});
const by = (desk: Desk, ref: string) => ({ ...desk.command(), ref, self: ref });
const settings = v.parse(Settings, { capacity: 2, queues: [{ id: 'default', priority: 1 }] });
const record = (id: string) => ({ email: `${id}@new.test`, name: id, capacity: 3, skills: ['vip'] });

const commands: Record<string, Send> = {
  intake: (db, desk) => storage.intake(db, desk.intakeOf()),
  setPickedTime: (db, desk, { offered }) =>
    storage.setPickedTime(db, { ...by(desk, 'ann'), ticketId: offered }),
  declineTicket: (db, desk, { offered }) =>
    storage.declineTicket(db, { ...by(desk, 'ann'), ticketId: offered, note: null }),
  closeRoom: (db, desk, { picked }) =>
    storage.closeRoom(db, { ...by(desk, 'ben'), roomId: `room-${picked}` }),
  closeTicket: (db, desk, { picked }) => storage.closeTicket(db, change(desk, picked)),
  escalateTicket: (db, desk, { offered }) => storage.escalateTicket(db, change(desk, offered)),
  requeueTicket: (db, desk, { picked }) => storage.requeueTicket(db, change(desk, picked)),
  transferToAgent: (db, desk, { offered }) =>
    storage.transferToAgent(db, { ...change(desk, offered), to: 'cho' }),
  transferToQueue: (db, desk, { offered }) =>
    storage.transferToQueue(db, { ...change(desk, offered), queueId: 'default' }),
  'setTicketStatus to WORKFLOW_PENDING': (db, desk, { waiting }) =>
    storage.setTicketStatus(db, { ...change(desk, waiting), status: 'WORKFLOW_PENDING' }),
  'setTicketStatus to ERROR': (db, desk, { offered }) =>
    storage.setTicketStatus(db, { ...change(desk, offered), status: 'ERROR' }),
  noteRefundCreated: (db, desk, { picked }) => storage.noteRefundCreated(db, change(desk, picked)),
  updateTicket: (db, desk, { waiting }) =>
    storage.updateTicket(db, { ...change(desk, waiting), fields: { priority: 3 }, changes: '{}' }),
  revokeTokens: (db, desk) => storage.revokeTokens(db, { ...desk.command(), role: 'agent', sub: 'ann' }),
  setStatus: (db, desk) =>
    storage.setStatus(db, {
      ...by(desk, 'dan'),
      status: 'online',
      leaseUntil: leaseMs,
      create: { email: null, name: null },
    }),
  renewLease: (db, desk) =>
    storage.renewLease(db, { ...desk.command(), agentId: 'ann', leaseUntil: 2 * leaseMs }),
  putAgent: (db, desk) => storage.putAgent(db, { ...desk.command(), agentId: 'ann', ...record('ann') }),
  deleteAgent: (db, desk) => storage.deleteAgent(db, { ...desk.command(), agentId: 'eve' }),
  drainAgent: (db, desk) =>
    storage.drainAgent(db, { ...desk.command(), agentId: 'ben', requeuesPicked: true }),
  putSettings: (db, desk) => storage.putSettings(db, { ...desk.command(), settings, ifVersion: null }),
  sweep: (db, desk) => {
    const { changeId } = desk.command();
    let id = 0;
    return storage.sweep(db, { now: 10 * leaseMs, newId: () => `${changeId}-${++id}` });
  },
};

const thai = { id: 'thai', takes: { languages: ['tha'] }, needs: ['vip'] };
const atFirst = v.parse(Settings, { queues: [thai, { id: 'default' }] });

/** Agents with room, one of them of the next tier; tickets offered, picked, and one that waits for a skill. */
async function prepare() {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await storage.putSettings(db, { ...desk.command(), settings: atFirst, ifVersion: null });
  await storage.putAgent(db, { ...desk.command(), agentId: 'fay', ...record('fay'), skills: ['tier:2'] });
  await desk.capacity('eve', 0);
  await desk.online('ann');
  const offered = await desk.takeIn();
  await desk.online('ben');
  const picked = await desk.takeIn();
  await desk.pick('ben', picked.id);
  await desk.online('cho');
  await desk.online('fay');
  const waiting = await desk.takeIn({ language: 'tha' });
  return { db, desk, ids: { offered: offered.id, picked: picked.id, waiting: waiting.id } };
}

const tables = [
  'agents',
  'tickets',
  'ticket_declines',
  'need_sets',
  'skill_sets',
  'coverage',
  'settings',
  'queues',
  'events',
  'idempotency_keys',
];

const contentOf = async (db: FreshDatabase) =>
  Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await db.rows(`select * from ${table}`)] as const)),
  );

/** Sends each write again, as if its first answer had been lost before or after it was committed. */
const losing = (
  db: storage.Database,
  committed: boolean,
  between: () => Promise<unknown> = async () => undefined,
): storage.Database => ({
  batch: async (statements, mode) => {
    if (mode === 'write') {
      if (committed) await db.batch(statements, mode);
      await between();
    }
    return db.batch(statements, mode);
  },
});

it.each(Object.entries(commands))('%s comes to the same when its answer is lost', async (_, send) => {
  const once = await prepare();
  const outcome = await send(once.db, once.desk, once.ids);
  const expected = await contentOf(once.db);
  for (const committed of [false, true]) {
    const { db, desk, ids } = await prepare();
    expect(await send(losing(db, committed), desk, ids)).toEqual(outcome);
    expect(await contentOf(db)).toEqual(expected);
  }
});

// A sweep looks at once at what others have made due, and goes on with it.
const asked = Object.entries(commands).filter(([name]) => name !== 'sweep');

it.each(asked)('%s leaves alone what others did until it was sent again', async (_, send) => {
  const meanwhile = async ({ db, desk }: Awaited<ReturnType<typeof prepare>>) => {
    await desk.drain('ann');
    await desk.online('ann');
    await desk.offline('dan');
    await storage.putAgent(db, { ...desk.command(), agentId: 'ann', ...record('ann'), capacity: 7 });
    await storage.putSettings(db, { ...desk.command(), settings: v.parse(Settings, {}), ifVersion: null });
    const held = await db.rows(`select id, agent_id from tickets where status in ('ASSIGNED', 'REASSIGNED')`);
    for (const [id, agent] of held) await desk.pick(String(agent), String(id));
  };
  const once = await prepare();
  await send(once.db, once.desk, once.ids);
  await meanwhile(once);
  const again = await prepare();
  let hasHappened = false;
  const between = async () => {
    if (!hasHappened) await meanwhile(again);
    hasHappened = true;
  };
  await send(losing(again.db, true, between), again.desk, again.ids);
  expect(await contentOf(again.db)).toEqual(await contentOf(once.db));
});
