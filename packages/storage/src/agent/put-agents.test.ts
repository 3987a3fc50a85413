import { describe, expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { type AgentRecord, putAgents, send } from '../index.ts';

const record = (id: string, overrides: Partial<AgentRecord> = {}): AgentRecord => ({
  id,
  email: `${id}@desk.test`,
  name: id,
  capacity: null,
  skills: [],
  ...overrides,
});

async function prepareDesk() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  return {
    ...desk,
    db,
    put: (...agents: AgentRecord[]) => send(db, putAgents, { ...desk.context(), agents }),
    emails: () => db.rows('select id, email from agents order by id'),
    savedEvents: () => db.rows(`select subject_id from events where type = 'agent.saved' order by seq`),
  };
}

describe('putAgents', () => {
  it.each(['ÄNNE@desk.test', 'a\u0308nne@desk.test', 'änne@DESK.test'])(
    'refuses %s as the email of a second agent, because letter case does not make an address',
    async (email) => {
      const desk = await prepareDesk();
      await desk.put(record('ann', { email: 'änne@desk.test' }));
      expect(await desk.put(record('ben', { email }))).toEqual({
        outcome: 'taken',
        taken: [{ index: 0, column: 'email', agentId: 'ann' }],
      });
      expect(await desk.put(record('ann', { email }))).toMatchObject({ outcome: 'done' });
    },
  );

  it('creates and replaces records, and writes an event for each', async () => {
    const desk = await prepareDesk();
    await desk.put(record('ann', { capacity: 1 }));
    const result = await desk.put(
      record('ann', { name: 'Ann', skills: ['language:eng'] }),
      record('ben', { capacity: 5 }),
    );
    expect(result).toMatchObject({
      outcome: 'done',
      created: 1,
      agents: [
        { id: 'ann', name: 'Ann', capacity: null, skills: ['language:eng'], status: 'offline' },
        { id: 'ben', name: 'ben', capacity: 5, skills: [], status: 'offline' },
      ],
    });
    expect(await desk.savedEvents()).toEqual([['ann'], ['ann'], ['ben']]);
  });

  it('changes nothing if one email belongs to an agent who is not among the records', async () => {
    const desk = await prepareDesk();
    await desk.put(record('ann'), record('ben'));
    const result = await desk.put(
      record('cho'),
      record('ben', { email: 'ben.new@desk.test' }),
      record('dee', { email: 'ANN@desk.test' }),
    );
    expect(result).toEqual({ outcome: 'taken', taken: [{ index: 2, column: 'email', agentId: 'ann' }] });
    expect(await desk.emails()).toEqual([
      ['ann', 'ann@desk.test'],
      ['ben', 'ben@desk.test'],
    ]);
    expect(await desk.savedEvents()).toEqual([['ann'], ['ben']]);
  });

  it('lets agents swap emails, and lets an agent take one that another gives up', async () => {
    const desk = await prepareDesk();
    await desk.put(record('ann'), record('ben'));
    await desk.put(record('ann', { email: 'ben@desk.test' }), record('ben', { email: 'ann@desk.test' }));
    expect(await desk.emails()).toEqual([
      ['ann', 'ben@desk.test'],
      ['ben', 'ann@desk.test'],
    ]);
    await desk.put(record('ann', { email: 'a@desk.test' }), record('cho', { email: 'ben@desk.test' }));
    expect((await desk.emails())[2]).toEqual(['cho', 'ben@desk.test']);
  });

  it.each<[string, AgentRecord, 'id' | 'email']>([
    ['an email that is the id of another agent', record('ben', { email: 'ANN@desk.test' }), 'email'],
    ['an id that is the email of another agent', record('Ann.Mail@desk.test'), 'id'],
    [
      'an id that differs from another only in letter case',
      record('ANN@desk.test', { email: 'b@desk.test' }),
      'id',
    ],
  ])('refuses %s', async (_, taking, column) => {
    const desk = await prepareDesk();
    await desk.put(record('ann@desk.test', { email: 'ann.mail@desk.test' }));
    expect(await desk.put(taking)).toEqual({
      outcome: 'taken',
      taken: [{ index: 0, column, agentId: 'ann@desk.test' }],
    });
    expect(await desk.emails()).toHaveLength(1);
  });

  it('lets an agent have its id as its email, in any letter case', async () => {
    const desk = await prepareDesk();
    for (const email of ['ann@desk.test', 'Ann@desk.test'])
      expect(await desk.put(record('ann@desk.test', { email }))).toMatchObject({ outcome: 'done' });
  });

  it('assigns waiting tickets to an agent whose capacity grows', async () => {
    const desk = await prepareDesk();
    await desk.put(record('ann', { capacity: 0 }));
    await desk.online('ann');
    const ticket = await desk.createTicket();
    expect(ticket.agentId).toBeNull();
    await desk.put(record('ann', { capacity: 1 }), record('ben'));
    expect(await desk.agentOf(ticket.id)).toBe('ann');
  });
});
