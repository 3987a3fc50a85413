import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { archiveAgent, deleteAgent, putAgents, revokeTokens, send, unarchiveAgent } from '../index.ts';

async function prepareDesk() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const at = (seconds: number) => ({ ...desk.context(), now: seconds * 1000 });
  const ann = { id: 'ann', email: 'ann@desk.test', name: 'Ann', capacity: null, skills: [] };
  return {
    add: (seconds: number) => send(db, putAgents, { ...at(seconds), agents: [ann] }),
    remove: (seconds: number) => send(db, deleteAgent, { ...at(seconds), agentId: 'ann', leewaySeconds: 60 }),
    archive: (seconds: number) =>
      send(db, archiveAgent, { ...at(seconds), agentId: 'ann', leewaySeconds: 60 }),
    unarchive: (seconds: number) => send(db, unarchiveAgent, { ...at(seconds), agentId: 'ann' }),
    revoke: (seconds: number) =>
      send(db, revokeTokens, { ...at(seconds), role: 'agent', sub: 'ann', leewaySeconds: 60 }),
    revokedUntil: async () =>
      (await db.rows(`select issued_until from token_revocations where sub = 'ann'`))[0]?.[0] ?? null,
    revokedEvents: async () => (await db.rows(`select seq from events where type = 'tokens.revoked'`)).length,
    removals: () => db.rows('select id, email from removed_agents'),
  };
}

describe('deleteAgent', () => {
  it('revokes the agent’s tokens until a person adds the agent again', async () => {
    const desk = await prepareDesk();
    await desk.add(1000);
    expect(await desk.remove(2000)).toEqual({ outcome: 'done' });
    expect(await desk.revokedUntil()).toBe(2060);
    expect(await desk.removals()).toEqual([['ann', 'ann@desk.test']]);
    await desk.add(3000);
    expect(await desk.revokedUntil()).toBeNull();
    expect(await desk.removals()).toEqual([]);
  });

  it('leaves a revocation of a person, before or after the removal', async () => {
    const desk = await prepareDesk();
    await desk.add(1000);
    await desk.revoke(1500);
    await desk.remove(2000);
    expect(await desk.revokedUntil()).toBe(2060);
    await desk.add(3000);
    expect(await desk.revokedUntil()).toBe(1560);
    await desk.remove(4000);
    await desk.revoke(4500);
    await desk.add(5000);
    expect(await desk.revokedUntil()).toBe(4560);
  });

  it.each([
    ['later', [1000, 1500, 2000, 2500]],
    ['in the same second', [1000, 1000, 1000, 1000]],
    ['after the clock was set back', [4000, 3000, 2000, 1000]],
  ])('leaves a revocation of a person that follows or precedes it %s', async (_, [t0, t1, t2, t3]) => {
    const orders = [
      ['remove', 'revoke', 'add'],
      ['revoke', 'remove', 'add'],
      ['revoke', 'revoke', 'remove', 'add'],
      ['remove', 'revoke', 'revoke', 'add'],
      ['remove', 'add', 'remove', 'revoke', 'add'],
      ['remove', 'revoke', 'add', 'remove', 'add'],
      ['archive', 'revoke', 'unarchive'],
      ['revoke', 'archive', 'unarchive'],
      ['archive', 'revoke', 'remove', 'add'],
      ['archive', 'remove', 'revoke', 'add'],
      ['revoke', 'archive', 'remove', 'add'],
    ] as const;
    for (const order of orders) {
      const desk = await prepareDesk();
      await desk.add(t0!);
      const times = [t1!, t2!, t3!];
      let revokedAt = 0;
      for (const [n, act] of order.entries()) {
        const at = times[Math.min(n, 2)]!;
        if (act === 'revoke') revokedAt = at;
        await desk[act](at);
      }
      const events = await desk.revokedEvents();
      const isRevoked = Number(await desk.revokedUntil()) >= revokedAt + 60;
      const revocations = order.filter((act) => act === 'revoke').length;
      expect({ order, isRevoked, events }).toEqual({ order, isRevoked: true, events: revocations });
    }
  });

  it.each([
    ['remove', 'add'],
    ['archive', 'unarchive'],
    ['archive', 'remove', 'add'],
    ['remove', 'add', 'remove', 'add'],
  ] as const)('leaves no revocation after %s, %s in the same second', async (...acts) => {
    const desk = await prepareDesk();
    await desk.add(1000);
    for (const act of acts) await desk[act](1000);
    expect(await desk.revokedUntil()).toBeNull();
  });

  it('remembers nothing of an agent that does not exist', async () => {
    const desk = await prepareDesk();
    expect(await desk.remove(1000)).toEqual({ outcome: 'agent_unknown' });
    expect(await desk.removals()).toEqual([]);
    expect(await desk.revokedUntil()).toBeNull();
  });
});
