import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** An agent with three tickets: one in wrap-up, one picked, one offered. */
const busyAgent = async (desk: Desk) => {
  const agent = await desk.onlineAgent();
  const [closed, picked, offered] = [
    await desk.createTicket(),
    await desk.createTicket(),
    await desk.createTicket(),
  ];
  await agent.ok('closeRoom', 200, { params: { roomID: closed.metadata.roomId } });
  await agent.ok('setPickedTime', 200, { params: { ticketID: picked.id } });
  const heldIds = async () => (await agent.ok('listTickets', 200)).map(({ id }) => id);
  return { agent, params: { agentID: agent.id }, closed, picked, offered, heldIds };
};

/**
 * Proves that a drain takes an agent offline and requeues the right tickets of an agent that has one ticket in each
 * state, and that a repeated drain changes nothing more.
 */
export const drainAgent = (desk: Desk) =>
  describe('drainAgent (POST /v1/agents/{agentID}/drain)', () => {
    it('sets the agent offline and requeues its offers, but keeps its picked tickets', async () => {
      const { agent, params, closed, picked, offered, heldIds } = await busyAgent(desk);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      expect(await supervisor.ok('drainAgent', 200, { params, json: {} })).toMatchObject({
        id: agent.id,
        status: 'offline',
        load: 2,
        isConnected: true,
      });
      expect(await heldIds()).toEqual([closed.id, picked.id]);
      expect(await desk.getTicket(offered.id)).toMatchObject({ status: 'CREATED' });
      await agent.ok('closeTicket', 200, { params: { ticketID: picked.id } });
      expect(await heldIds()).toEqual([closed.id]);
    });

    it('requeues picked tickets as well when asked to, but not tickets in wrap-up', async () => {
      const { params, closed, picked, offered, heldIds } = await busyAgent(desk);
      const service = await desk.service();
      const json = { picked: 'requeue' };
      expect(await service.ok('drainAgent', 200, { params, json })).toMatchObject({ load: 1 });
      expect(await heldIds()).toEqual([closed.id]);
      for (const { id } of [picked, offered])
        expect(await desk.getTicket(id)).toMatchObject({ status: 'CREATED' });
    });

    it('assigns requeued tickets to other agents at once', async () => {
      const { params, offered } = await busyAgent(desk);
      const other = await desk.onlineAgent();
      const service = await desk.service();
      await service.ok('drainAgent', 200, { params, json: { picked: 'keep' } });
      expect(await desk.getTicket(offered.id)).toMatchObject({ status: 'REASSIGNED', agentId: other.id });
    });

    it('changes nothing when it is repeated, and can still requeue picked tickets', async () => {
      const { params } = await busyAgent(desk);
      const service = await desk.service();
      const first = await service.ok('drainAgent', 200, { params, json: {} });
      expect(await service.ok('drainAgent', 200, { params, json: {} })).toEqual(first);
      expect(await service.ok('drainAgent', 200, { params, json: { picked: 'requeue' } })).toEqual({
        ...first,
        load: 1,
      });
    });

    it('offers the same tickets again when the agent comes back online', async () => {
      const { agent, params, offered, heldIds } = await busyAgent(desk);
      const service = await desk.service();
      await service.ok('drainAgent', 200, { params, json: {} });
      await agent.ok('setOnline', 200);
      expect(await heldIds()).toContain(offered.id);
    });

    it.each([{ picked: 'drop' }, { picked: null }, { picked: true }])(
      'refuses %j and requeues nothing',
      async (json) => {
        const { params, heldIds } = await busyAgent(desk);
        const service = await desk.service();
        const error = await service.refused('drainAgent', 'body_invalid', { params, json });
        expect(error?.source).toEqual({ pointer: '/picked' });
        expect(await heldIds()).toHaveLength(3);
      },
    );

    it('refuses an unknown agent', async () => {
      const service = await desk.service();
      const params = { agentID: crypto.randomUUID() };
      await service.refused('drainAgent', 'agent_not_found', { params, json: {} });
    });
  });
