import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextSecond } from '../../pause.ts';

const defaultQueue = async (desk: Desk) => {
  const supervisor = await desk.signIn({ role: 'supervisor' });
  const { queues } = await supervisor.ok('getBoard', 200);
  return queues.find(({ id }) => id === 'default')!;
};

/**
 * Proves what the board shows of queues and agents. Tickets are created in known states, and the counts of the board are
 * compared with them.
 */
export const getBoard = (desk: Desk) =>
  describe('getBoard (GET /v1/board)', () => {
    it.each(['supervisor', 'admin', 'service'] as const)(
      'shows the role %s the queues and the agents',
      async (role) => {
        const { agent } = await desk.assignedTicket();
        const person = await desk.signIn({ role });
        const { currentTimestamp, queues, agents } = await person.ok('getBoard', 200);
        expect(queues).toMatchObject([{ id: 'default', isOpen: true, goal: { seconds: 60, percent: 80 } }]);
        expect(agents).toContainEqual({
          id: agent.id,
          name: agent.name,
          status: 'online',
          statusTimestamp: expect.any(Number),
          isConnected: true,
          leaseTimestamp: expect.any(Number),
          load: 1,
          capacity: 3,
          skills: [],
        });
        const shown = agents.find(({ id }) => id === agent.id);
        expect(shown?.leaseTimestamp).toBeGreaterThan(currentTimestamp);
        expect(shown?.leaseTimestamp).toBeLessThanOrEqual(currentTimestamp + 60);
        expect(shown?.statusTimestamp).toBeLessThanOrEqual(currentTimestamp);
      },
    );

    it('counts waiting, offered, picked and answered tickets', async () => {
      const before = await defaultQueue(desk);
      expect(before).toMatchObject({ waiting: 0, offered: 0, active: 0 });
      expect(before).not.toHaveProperty('longestWaitSeconds');
      const agent = await desk.onlineAgent({ capacity: 3 });
      const [picked, inWrapUp] = [
        await desk.createTicket(),
        await desk.createTicket(),
        await desk.createTicket(),
      ];
      await desk.createTicket();
      await agent.ok('setPickedTime', 200, { params: { ticketID: picked.id } });
      await agent.ok('closeRoom', 200, { params: { roomID: inWrapUp.metadata.roomId } });
      await nextSecond();
      const after = await defaultQueue(desk);
      expect(after).toMatchObject({ waiting: 1, offered: 1, active: 1 });
      expect(after.longestWaitSeconds).toBeGreaterThanOrEqual(1);
      expect(after.answered - before.answered).toBe(3);
      expect(after.answeredInGoal - before.answeredInGoal).toBe(3);
    });

    it('omits an offline agent without tickets, and keeps one that has a ticket', async () => {
      const idle = await desk.onlineAgent({ capacity: 0 });
      const { agent } = await desk.assignedTicket();
      await Promise.all([idle, agent].map((one) => one.ok('setOffline', 200)));
      const service = await desk.service();
      const ids = (await service.ok('getBoard', 200)).agents.map(({ id }) => id);
      expect(ids).toContain(agent.id);
      expect(ids).not.toContain(idle.id);
    });

    it('shows the queues in the order of the settings, closed queues included', async () => {
      const closed = { timeZone: 'UTC', weekly: {} };
      const goal = { seconds: 30, percent: 95 };
      const queues = [
        { id: 'z-first', takes: { languages: ['tha'] }, hours: closed, goal },
        { id: 'a-second', takes: { languages: ['vie'] } },
        { id: 'default' },
      ];
      await desk.putSettings({ queues });
      await desk.createTicket({ metadata: { language: 'tha' } });
      const service = await desk.service();
      expect((await service.ok('getBoard', 200)).queues).toMatchObject([
        { id: 'z-first', isOpen: false, waiting: 1, goal },
        { id: 'a-second', isOpen: true, waiting: 0 },
        { id: 'default', isOpen: true },
      ]);
    });
  });
