import { Settings } from '@chat-ticket/contract';
import { leaseMs } from '@chat-ticket/domain';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { operationsOf } from '../scripts/operations.ts';
import * as storage from '../src/index.ts';
import { openDesk } from './open-desk.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

// Proves that a command whose answer is lost can be sent again. The adapters do that when the database does not answer:
// the command may have been committed or not. Every exported command, and the sweep, runs on two equal desks: on one of
// them its batch is sent twice. Both must return the same and contain the same rows afterwards, also when other
// commands change the same rows in between. A new command needs an entry in `inputs`.

const { send } = storage;

type Desk = ReturnType<typeof openDesk>;
type TicketIds = Record<'offered' | 'picked' | 'idle' | 'waiting' | 'pending', string>;

const changeOf = (desk: Desk, ticketId: string) => ({
  ...desk.context(),
  ticketId,
  owner: null,
  ifVersion: null,
  note: null,
});
const actingAs = (desk: Desk, ref: string) => ({ ...desk.context(), ref, self: ref });
const agentRecord = (id: string) => ({
  id,
  email: `${id}@new.test`,
  name: id,
  capacity: 3,
  skills: ['vip'],
});
const settings = v.parse(Settings, { capacity: 2, queues: [{ id: 'default', priority: 1 }] });
const laterMs = 10 * leaseMs;
const retentionMs = v.parse(Settings, {}).eventRetentionHours * 3_600_000;

/** The input of each command. */
const inputs: Record<string, (desk: Desk, ids: TicketIds) => storage.CommandContext> = {
  backfillFactBatch: (desk) => desk.context(),
  archiveAgent: (desk) => ({ ...desk.context(), agentId: 'eve', leewaySeconds: 60 }),
  changeFields: (desk, { waiting }) => ({ ...changeOf(desk, waiting), fields: { shop: 'S-12', due: null } }),
  changeTags: (desk, { picked }) => ({
    ...changeOf(desk, picked),
    add: ['photo'],
    remove: ['vip'],
    maxTags: 20,
  }),
  closeRoom: (desk, { picked }) => ({ ...actingAs(desk, 'ben'), roomId: `room-${picked}` }),
  closeTicket: (desk, { picked }) => changeOf(desk, picked),
  createTicket: (desk) => desk.newTicket(),
  declineTicket: (desk, { offered }) => ({ ...actingAs(desk, 'ann'), ticketId: offered, note: null }),
  deleteAgent: (desk) => ({ ...desk.context(), agentId: 'eve', leewaySeconds: 60 }),
  drainAgent: (desk) => ({ ...desk.context(), agentId: 'ben', requeuesPicked: true }),
  escalateTicket: (desk, { offered }) => changeOf(desk, offered),
  extendTicket: (desk, { idle }) => changeOf(desk, idle),
  indexBatch: (desk) => ({
    ...desk.context(),
    firstId: 1,
    lastId: 5,
    items: [{ id: 1, text: 'hello', attachments: '[]', terms: 'other' }],
    reachedId: 1,
  }),
  moveDeadlines: (desk) => ({ ...desk.context(), now: laterMs, servedUntil: leaseMs, recordedUntil: null }),
  moveMoreDeadlines: (desk) => desk.context(),
  // Only the first events are old.
  pruneEventBatch: (desk) => ({ ...desk.context(), now: retentionMs + 10 }),
  putAgents: (desk) => ({ ...desk.context(), agents: [agentRecord('ann'), agentRecord('gil')] }),
  putQueueHours: (desk) => ({
    ...desk.context(),
    version: 1,
    hours: [{ queueId: 'default', opensAt: 0, closesAt: 1e15, openBeforeMs: 0 }],
    queueIds: ['default'],
    until: 1e15,
    isLast: true,
  }),
  putSettings: (desk) => ({ ...desk.context(), settings, ifVersion: null }),
  placeTickets: (desk) => desk.context(),
  recordServed: (desk) => desk.context(),
  recordRefund: (desk, { picked }) => changeOf(desk, picked),
  renewLease: (desk) => ({ ...desk.context(), agentId: 'ann', leaseUntil: 2 * leaseMs }),
  renewLeases: (desk) => ({ ...desk.context(), leases: [{ agentId: 'ann', leaseUntil: 2 * leaseMs }] }),
  requeueTicket: (desk, { picked }) => changeOf(desk, picked),
  revokeTokens: (desk) => ({ ...desk.context(), role: 'agent', sub: 'ann', leewaySeconds: 60 }),
  sendMessage: (desk, { picked }) => ({
    ...desk.context(),
    roomId: `room-${picked}`,
    owner: null,
    clientMessageId: 'once',
    kind: 'message',
    senderName: null,
    text: 'hello',
    attachments: [],
    effect: 'starts',
  }),
  setClosingCode: (desk, { picked }) => ({
    ...changeOf(desk, picked),
    closingCode: 'solved',
    closingNote: null,
  }),
  setAgentStatus: (desk) => ({
    ...actingAs(desk, 'dan'),
    status: 'online',
    leaseUntil: leaseMs,
    create: { email: null, name: null, mayJoin: true },
  }),
  setPickedTime: (desk, { offered }) => ({ ...actingAs(desk, 'ann'), ticketId: offered }),
  setReadPosition: (desk, { idle }) => ({ ...desk.context(), roomId: `room-${idle}`, owner: null, seq: 1 }),
  'setTicketStatus.ERROR': (desk, { offered }) => changeOf(desk, offered),
  'setTicketStatus.WORKFLOW_DONE': (desk, { pending }) => changeOf(desk, pending),
  'setTicketStatus.WORKFLOW_PENDING': (desk, { waiting }) => changeOf(desk, waiting),
  sweepBatch: (desk) => ({ ...desk.context(), now: laterMs, actorRole: 'system', actorId: 'sweep' }),
  transferToAgent: (desk, { offered }) => ({ ...changeOf(desk, offered), to: 'cho' }),
  transferToQueue: (desk, { offered }) => ({ ...changeOf(desk, offered), queueId: 'default' }),
  unarchiveAgent: (desk) => ({ ...desk.context(), agentId: 'eve' }),
  updateTicket: (desk, { waiting }) => ({ ...changeOf(desk, waiting), fields: { priority: 3 }, changes: {} }),
};

const commands = [...operationsOf(storage)].filter(([, { mode }]) => mode === 'write');

type Send = (db: storage.Database, desk: Desk, ids: TicketIds) => Promise<unknown>;

const sending =
  (name: string, command: unknown): Send =>
  (db, desk, ids) =>
    send(db, command as storage.Command<storage.CommandContext, unknown>, inputs[name]!(desk, ids));

const sweeping: Send = (db, desk) => {
  const { changeId } = desk.context();
  let id = 0;
  return storage.sweep(db, { now: laterMs, newId: () => `${changeId}-${++id}` });
};

const cases: [string, Send][] = [
  ...commands.map(([name, command]): [string, Send] => [name, sending(name, command)]),
  ['sweep', sweeping],
];

const thai = { id: 'thai', takes: { languages: ['tha'] }, needs: ['vip'] };
const firstSettings = v.parse(Settings, {
  closingCodes: [{ id: 'solved', name: 'Solved' }],
  queues: [thai, { id: 'default', autoClose: { warnSeconds: 60, closeSeconds: 120 } }],
});

/** Statements that leave work for a command. */
const unfinishedWork: Readonly<Record<string, string>> = {
  backfillFactBatch: 'insert into fact_backfill (id, from_row) values (1, 300)',
  unarchiveAgent: `update agents set archived_at = 1, archived_change_id = 'archive' where id = 'eve'`,
  indexBatch: `insert into search_backlog (last_id, first_id) values (5, 1)`,
  placeTickets: `update settings set placing_after = '["","",""]'`,
  moveMoreDeadlines: `
    insert into service (id, served_until, gap_from, gap_until, moving_after)
    values (1, ${laterMs}, ${leaseMs}, ${laterMs}, '["","",""]')`,
};

/** A desk on which the command changes something. Of the agents, fay belongs to tier 2 and eve has no capacity. */
async function prepare(name: string) {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await send(db, storage.putSettings, { ...desk.context(), settings: firstSettings, ifVersion: null });
  const tierTwo = { ...agentRecord('fay'), skills: ['tier:2'] };
  await send(db, storage.putAgents, { ...desk.context(), agents: [tierTwo] });
  await desk.setCapacity('eve', 0);
  await desk.online('ann');
  const offered = await desk.createTicket();
  await desk.online('ben');
  const picked = await desk.createTicket();
  await desk.pick('ben', picked.id);
  await desk.online('cho');
  const idle = await desk.createTicket();
  await desk.pick('cho', idle.id);
  await desk.sendMessage(idle.roomId, { actorRole: 'agent', actorId: 'cho', effect: 'starts' });
  await desk.online('fay');
  const waiting = await desk.createTicket({ language: 'tha' });
  const pending = await desk.createTicket({ status: 'WORKFLOW_PENDING' });
  const unfinished = unfinishedWork[name];
  if (unfinished) await db.batch([unfinished], 'write');
  return {
    db,
    desk,
    ids: { offered: offered.id, picked: picked.id, idle: idle.id, waiting: waiting.id, pending: pending.id },
  };
}

async function contentOf(db: FreshDatabase) {
  const tables = await db.rows(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'messages_text%'`,
  );
  const contents = tables.map(async ([table]) => [table, await db.rows(`select * from ${table}`)] as const);
  return Object.fromEntries(await Promise.all(contents));
}

/**
 * Sends each write a second time, as if its first answer had been lost before or after the commit. `between` runs
 * before the second time.
 */
const losingAnswers = (
  db: storage.Database,
  isCommitted: boolean,
  between: () => Promise<unknown> = async () => undefined,
): storage.Database => ({
  batch: async (statements, mode) => {
    if (mode === 'write') {
      if (isCommitted) await db.batch(statements, mode);
      await between();
    }
    return db.batch(statements, mode);
  },
});

it('has an input for every command of the package', () => {
  expect(commands.map(([name]) => name).toSorted()).toEqual(Object.keys(inputs).toSorted());
});

describe.each(cases)('%s', (name, run) => {
  it('changes something on this desk', async () => {
    const { db, desk, ids } = await prepare(name);
    const before = await contentOf(db);
    await run(db, desk, ids);
    expect(await contentOf(db)).not.toEqual(before);
  });

  it.each([
    ['before the commit', false],
    ['after the commit', true],
  ])('returns and writes the same if its answer is lost %s', async (_, isCommitted) => {
    const once = await prepare(name);
    const outcome = await run(once.db, once.desk, once.ids);
    const twice = await prepare(name);
    expect(await run(losingAnswers(twice.db, isCommitted), twice.desk, twice.ids)).toEqual(outcome);
    expect(await contentOf(twice.db)).toEqual(await contentOf(once.db));
  });

  // A sweep also handles what the other commands make due, so it writes more the second time.
  if (name === 'sweep') return;
  it('does not undo what other commands change before it is sent again', async () => {
    const sendOthers = async ({ db, desk }: Awaited<ReturnType<typeof prepare>>) => {
      await desk.drain('ann');
      await desk.online('ann');
      await desk.offline('dan');
      const ann = { ...agentRecord('ann'), capacity: 7 };
      await send(db, storage.putAgents, { ...desk.context(), agents: [ann] });
      await send(db, storage.putSettings, {
        ...desk.context(),
        settings: v.parse(Settings, {}),
        ifVersion: null,
      });
      const held = await db.rows(
        `select id, agent_id from tickets where status in ('ASSIGNED', 'REASSIGNED')`,
      );
      for (const [id, agent] of held) await desk.pick(String(agent), String(id));
    };
    const once = await prepare(name);
    await run(once.db, once.desk, once.ids);
    await sendOthers(once);
    const twice = await prepare(name);
    let othersAreSent = false;
    const between = async () => {
      if (!othersAreSent) await sendOthers(twice);
      othersAreSent = true;
    };
    await run(losingAnswers(twice.db, true, between), twice.desk, twice.ids);
    expect(await contentOf(twice.db)).toEqual(await contentOf(once.db));
  });
});
