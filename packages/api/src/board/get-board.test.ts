import { Board, type TicketRecord } from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';

async function openBoard() {
  const desk = await openDesk();
  let customers = 0;
  return {
    ...desk,
    start: desk.clock.now / 1000,
    createTicket: async (language = 'eng') => {
      const body = { customer: { id: `c${++customers}` }, metadata: { language } };
      const response = await desk.call('service', 'backend', 'POST', '/v1/tickets', body);
      return (await response.json()) as TicketRecord;
    },
    read: async () => v.parse(Board, await (await desk.call('supervisor', 'sue', 'GET', '/v1/board')).json()),
  };
}

it('shows an empty desk', async () => {
  const desk = await openBoard();
  expect(await desk.read()).toEqual({
    currentTimestamp: desk.start,
    queues: [
      {
        id: 'default',
        isOpen: true,
        waiting: 0,
        offered: 0,
        active: 0,
        answered: 0,
        answeredInGoal: 0,
        goal: { seconds: 60, percent: 80 },
      },
    ],
    agents: [],
  });
});

it('shows the waiting, offered, active and answered tickets of each queue, in the order of the settings', async () => {
  const desk = await openBoard();
  const closed = { hours: { timeZone: 'UTC', weekly: {} }, goal: { seconds: 30, percent: 90 } };
  const queues = [{ id: 'thai', takes: { languages: ['tha'] }, ...closed }, { id: 'default' }];
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { queues });
  const late = await desk.createTicket();
  await desk.createTicket('tha');
  desk.clock.now += 70_000;
  await desk.createTicket('tha');
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  const [picked, wrapped] = [await desk.createTicket(), await desk.createTicket()];
  await desk.call('agent', 'ann', 'PUT', `/v1/tickets/${picked.id}/pickedTime`);
  await desk.call('agent', 'ann', 'DELETE', `/v1/rooms/${wrapped.metadata.roomId}`);
  desk.clock.now += 5_000;
  await desk.createTicket();

  const { queues: shown } = await desk.read();
  expect(late.agentId).toBeUndefined();
  expect(shown).toEqual([
    {
      id: 'thai',
      isOpen: false,
      waiting: 2,
      longestWaitSeconds: 75,
      offered: 0,
      active: 0,
      answered: 0,
      answeredInGoal: 0,
      goal: { seconds: 30, percent: 90 },
    },
    {
      id: 'default',
      isOpen: true,
      waiting: 1,
      longestWaitSeconds: 0,
      offered: 1,
      active: 1,
      answered: 3,
      answeredInGoal: 2,
      goal: { seconds: 60, percent: 80 },
    },
  ]);
});

it('counts the tickets that were answered within the last hour', async () => {
  const desk = await openBoard();
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  await desk.createTicket();
  desk.clock.now += 3_599_000;
  expect((await desk.read()).queues).toMatchObject([{ answered: 1, answeredInGoal: 1 }]);
  desk.clock.now += 1_000;
  expect((await desk.read()).queues).toMatchObject([{ answered: 0, answeredInGoal: 0, offered: 1 }]);
});

it('shows the agents by name, without offline agents that hold no ticket', async () => {
  const desk = await openBoard();
  const keep = (id: string, name: string, skills: string[] = []) =>
    desk.call('admin', 'root', 'PUT', `/v1/agents/${id}`, { email: `${id}@desk.test`, name, skills });
  await keep('a1', 'Zoe');
  await keep('a2', 'Ann', ['vip', 'language:tha']);
  await keep('a3', 'Ben');
  await desk.call('agent', 'a1', 'PUT', '/v1/online');
  await desk.createTicket();
  await desk.call('agent', 'a1', 'PUT', '/v1/offline');
  await desk.call('agent', 'a2', 'PUT', '/v1/status', { status: 'break' });
  desk.clock.now += 61_000;
  expect((await desk.read()).agents).toEqual([
    {
      id: 'a2',
      name: 'Ann',
      status: 'break',
      statusTimestamp: desk.start,
      isConnected: false,
      leaseTimestamp: desk.start + 60,
      load: 0,
      capacity: 3,
      skills: ['language:tha', 'vip'],
    },
    expect.objectContaining({ id: 'a1', status: 'offline', load: 1 }),
  ]);
});
