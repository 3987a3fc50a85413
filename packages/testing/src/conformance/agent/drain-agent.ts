import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** An agent with a chat in wrap-up, one picked and one offered. */
const workingAgent = async (desk: Desk) => {
  const agent = await desk.onlineAgent();
  const [closed, picked, offered] = [
    await desk.createTicket(),
    await desk.createTicket(),
    await desk.createTicket(),
  ];
  await agent.ok('closeRoom', 200, { params: { roomID: closed.metadata.roomId } });
  await agent.ok('setPickedTime', 200, { params: { ticketID: picked.id } });
  const held = async () => (await agent.ok('listTickets', 200)).map(({ id }) => id);
  return { agent, params: { agentID: agent.id }, closed, picked, offered, held };
};

export const drainAgent = (desk: Desk) =>
  describe('POST /v1/agents/{agentID}/drain', () => {
    it('takes an agent out of service: its offers wait again, what it has picked stays', async () => {
      const { agent, params, closed, picked, offered, held } = await workingAgent(desk);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      expect(await supervisor.ok('drainAgent', 200, { params, json: {} })).toMatchObject({
        id: agent.id,
        status: 'offline',
        load: 2,
        isConnected: true,
      });
      expect(await held()).toEqual([closed.id, picked.id]);
      expect(await desk.getTicket(offered.id)).toMatchObject({ status: 'CREATED' });
      await agent.ok('closeTicket', 200, { params: { ticketID: picked.id } });
      expect(await held()).toEqual([closed.id]);
    });

    it('takes what it has picked back too when told to, but not what is in wrap-up', async () => {
      const { params, closed, picked, offered, held } = await workingAgent(desk);
      const service = await desk.service();
      const json = { picked: 'requeue' };
      expect(await service.ok('drainAgent', 200, { params, json })).toMatchObject({ load: 1 });
      expect(await held()).toEqual([closed.id]);
      for (const { id } of [picked, offered])
        expect(await desk.getTicket(id)).toMatchObject({ status: 'CREATED' });
    });

    it('gives what it takes back to other agents at once', async () => {
      const { params, offered } = await workingAgent(desk);
      const other = await desk.onlineAgent();
      const service = await desk.service();
      await service.ok('drainAgent', 200, { params, json: { picked: 'keep' } });
      expect(await desk.getTicket(offered.id)).toMatchObject({ status: 'REASSIGNED', agentId: other.id });
    });

    it('does no more when it is done again, or to an agent who is offline', async () => {
      const { params } = await workingAgent(desk);
      const service = await desk.service();
      const first = await service.ok('drainAgent', 200, { params, json: {} });
      expect(await service.ok('drainAgent', 200, { params, json: {} })).toEqual(first);
      expect(await service.ok('drainAgent', 200, { params, json: { picked: 'requeue' } })).toEqual({
        ...first,
        load: 1,
      });
    });

    it('lets the agent come back, and asks it again as if it had never left', async () => {
      const { agent, params, offered, held } = await workingAgent(desk);
      const service = await desk.service();
      await service.ok('drainAgent', 200, { params, json: {} });
      await agent.ok('setOnline', 200);
      expect(await held()).toContain(offered.id);
    });

    it.each([{ picked: 'drop' }, { picked: null }, { picked: true }])(
      'is refused with %j, and takes nothing back',
      async (json) => {
        const { params, held } = await workingAgent(desk);
        const service = await desk.service();
        const error = await service.refused('drainAgent', 'body_invalid', { params, json });
        expect(error?.source).toEqual({ pointer: '/picked' });
        expect(await held()).toHaveLength(3);
      },
    );

    it('knows no agent that there is not', async () => {
      const service = await desk.service();
      const params = { agentID: crypto.randomUUID() };
      await service.refused('drainAgent', 'agent_not_found', { params, json: {} });
    });
  });
