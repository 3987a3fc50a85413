import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { deleteAgent, putAgents, revokeTokens, send } from '../index.ts';

async function prepareDesk() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const at = (seconds: number) => ({ ...desk.context(), now: seconds * 1000 });
  const ann = { id: 'ann', email: 'ann@desk.test', name: 'Ann', capacity: null, skills: [] };
  return {
    add: (seconds: number) => send(db, putAgents, { ...at(seconds), agents: [ann] }),
    remove: (seconds: number) => send(db, deleteAgent, { ...at(seconds), agentId: 'ann', leewaySeconds: 60 }),
    revoke: (seconds: number) =>
      send(db, revokeTokens, { ...at(seconds), role: 'agent', sub: 'ann', leewaySeconds: 60 }),
    revokedUntil: async () =>
      (await db.rows(`select issued_until from token_revocations where sub = 'ann'`))[0]?.[0] ?? null,
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

  it('remembers nothing of an agent that does not exist', async () => {
    const desk = await prepareDesk();
    expect(await desk.remove(1000)).toEqual({ outcome: 'agent_unknown' });
    expect(await desk.removals()).toEqual([]);
    expect(await desk.revokedUntil()).toBeNull();
  });
});
