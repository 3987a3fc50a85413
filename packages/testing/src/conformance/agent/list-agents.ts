import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { readIds } from '../list/pages.ts';

const newMark = () => `mark-${crypto.randomUUID().slice(0, 8)}`;

/** Saves an agent whose email begins with a mark of the test. Returns its id. */
async function save(desk: Desk, mark: string, record: { name?: string; skills?: string[] } = {}) {
  const service = await desk.service();
  const agentID = crypto.randomUUID();
  const json = { email: `${mark}-${agentID}@desk.example`, name: 'Kim', ...record };
  await service.ok('putAgent', 200, { params: { agentID }, json });
  return agentID;
}

/**
 * Proves what the list of agents contains and which filters it has. The suite `listPages` proves its pages.
 */
export const listAgents = (desk: Desk) =>
  describe('listAgents (GET /v1/agents)', () => {
    it.each(['service', 'supervisor', 'admin'] as const)('lets the role %s list agents', async (role) => {
      const mark = newMark();
      const id = await save(desk, mark);
      const person = await desk.signIn({ role });
      const { agents } = await person.ok('listAgents', 200, { query: { text: mark } });
      expect(agents).toEqual([
        { ...(await person.ok('getAgent', 200, { params: { agentID: id } })), queueIds: ['default'] },
      ]);
    });

    it('sorts agents by name, and finds them by the beginning of a word of it, of the email and of the id', async () => {
      const mark = `x${crypto.randomUUID().slice(0, 8)}`;
      const second = await save(desk, 'a', { name: `b ${mark} Lim` });
      const first = await save(desk, 'b', { name: `A ${mark} Ho` });
      const third = await save(desk, 'c', { name: `Č ${mark}` });
      const service = await desk.service();
      const idsOf = (text: string) => readIds(service, 'listAgents', { query: { text } });
      expect(await idsOf(mark.toUpperCase())).toEqual([first, second, third]);
      expect(await idsOf(`${mark} l`)).toEqual([second]);
      expect(await idsOf(`c ${mark}`)).toEqual([third]);
      expect(await idsOf(first.slice(0, 20))).toEqual([first]);
      expect(await idsOf(`b-${first}`)).toEqual([first]);
    });

    it('filters by status, connection, skill and text at the same time', async () => {
      const agent = await desk.onlineAgent({ skills: ['language:th', 'vip'] });
      const service = await desk.service();
      const passes = { status: 'online', isConnected: 'true', skill: 'language:tha', text: agent.email };
      const idsOf = (query: Record<string, string>) => readIds(service, 'listAgents', { query });
      expect(await idsOf(passes)).toEqual([agent.id]);
      for (const other of [{ status: 'away' }, { isConnected: 'false' }, { skill: 'language:eng' }])
        expect(await idsOf({ ...passes, ...other })).toEqual([]);
      await agent.ok('setOffline', 200);
      expect(await idsOf(passes)).toEqual([]);
      expect(await idsOf({ ...passes, status: 'offline' })).toEqual([agent.id]);
    });

    it('shows the queues that an agent serves, and filters by them', async () => {
      await desk.putSettings({
        queues: [
          { id: 'thai', takes: { languages: ['tha'] }, needs: ['language:{language}'] },
          {
            id: 'vip',
            takes: { entityIds: ['VIP'] },
            needs: ['vip', 'refunds'],
            widen: [{ afterSeconds: 60, drop: ['refunds'] }],
          },
          { id: 'default' },
        ],
      });
      const mark = newMark();
      const vip = await save(desk, mark, { name: 'a', skills: ['vip', 'language:eng'] });
      const thai = await save(desk, mark, { name: 'b', skills: ['language:tha'] });
      const service = await desk.service();
      const { agents } = await service.ok('listAgents', 200, { query: { text: mark } });
      expect(agents.map(({ queueIds }) => queueIds)).toEqual([
        ['vip', 'default'],
        ['thai', 'default'],
      ]);
      const idsOf = (queueId: string) => readIds(service, 'listAgents', { query: { text: mark, queueId } });
      expect(await idsOf('vip')).toEqual([vip]);
      expect(await idsOf('thai')).toEqual([thai]);
      expect(await idsOf('nothing')).toEqual([]);
    });

    it('shows load, status, connection and the last login', async () => {
      const { agent } = await desk.assignedTicket();
      const service = await desk.service();
      const { lastLoginTime } = await agent.ok('getAgentInfo', 200);
      const list = () => service.ok('listAgents', 200, { query: { text: agent.email } });
      const busy = { id: agent.id, status: 'busy', load: 1, isConnected: true, lastLoginTime };
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      expect(await list()).toMatchObject({ agents: [busy] });
      await agent.ok('setOffline', 200);
      expect(await list()).toMatchObject({ agents: [{ ...busy, status: 'offline' }] });
    });

    it('shows no last login of an agent that never was at the desk', async () => {
      const mark = newMark();
      await save(desk, mark);
      const service = await desk.service();
      const { agents } = await service.ok('listAgents', 200, { query: { text: mark } });
      expect(agents[0]).not.toHaveProperty('lastLoginTime');
    });

    it.each(['isConnected=yes', 'isConnected=', 'status=', 'text=', 'skill=', 'queueId=%00'])(
      'refuses the filter %s',
      async (query) => {
        const service = await desk.service();
        const path = `/cs-chat-ticket/v1/agents?${query}`;
        const error = await service.refused('listAgents', 'parameter_invalid', { path });
        expect(error?.source).toEqual({ parameter: query.split('=')[0] });
      },
    );
  });
