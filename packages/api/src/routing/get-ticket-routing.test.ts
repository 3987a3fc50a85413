import { RoutingExplanation, type TicketRecord } from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';

const settings = {
  queues: [
    {
      id: 'thai',
      takes: { languages: ['tha'] },
      needs: ['language:{language}'],
      widen: [{ afterSeconds: 120, drop: ['language:{language}'], tier: 2 }],
      wrapUpSeconds: 90,
    },
    { id: 'default' },
  ],
};

async function openThaiDesk() {
  const desk = await openDesk();
  await desk.call('admin', 'root', 'PUT', '/v1/settings', settings);
  const start = desk.clock.now / 1000;
  return {
    ...desk,
    start,
    agent: async (id: string, skills: string[], capacity = 3) => {
      const record = { email: `${id}@desk.test`, name: id, skills, capacity };
      await desk.call('admin', 'root', 'PUT', `/v1/agents/${id}`, record);
      await desk.call('agent', id, 'PUT', '/v1/online');
    },
    createTicket: async (customer: string) => {
      const body = { customer: { id: customer }, metadata: { language: 'tha' } };
      const response = await desk.call('service', 'backend', 'POST', '/v1/tickets', body);
      return (await response.json()) as TicketRecord;
    },
    why: async (ticketId: string) => {
      const response = await desk.call('supervisor', 'sue', 'GET', `/v1/tickets/${ticketId}/routing`);
      return v.parse(RoutingExplanation, await response.json());
    },
  };
}

it('gives a waiting ticket’s position, its needs and what keeps each agent from it', async () => {
  const desk = await openThaiDesk();
  await desk.agent('ann', ['language:tha'], 0);
  await desk.agent('ben', ['language:eng']);
  await desk.createTicket('first');
  desk.clock.now += 1_000;
  const { id } = await desk.createTicket('second');
  expect(await desk.why(id)).toEqual({
    ticketId: id,
    status: 'CREATED',
    queueId: 'thai',
    queueIsOpen: true,
    strategy: 'least_loaded',
    needs: ['language:tha'],
    tiers: { from: 1, to: 1 },
    stage: 0,
    position: 2,
    widenTimestamp: desk.start + 121,
    agents: [
      { agentId: 'ann', status: 'online', load: 0, capacity: 0, isConnected: true, ruledOutBy: ['full'] },
      {
        agentId: 'ben',
        status: 'online',
        load: 0,
        capacity: 3,
        isConnected: true,
        ruledOutBy: ['skills_missing'],
        missingSkills: ['language:tha'],
      },
    ],
    sentences: [
      'It waits in the queue thai as number 2.',
      'It needs language:tha.',
      '2 agents are considered; none can take it: 1 is full, 1 lacks language:tha.',
      'At 03:06:06 UTC the search widens: language:tha is no longer needed and agents up to tier 2 can take it too.',
    ],
  });
});

it('says when an offer expires and why it went to its agent', async () => {
  const desk = await openThaiDesk();
  await desk.agent('ann', ['language:tha']);
  const { id } = await desk.createTicket('c');
  const offered = await desk.why(id);
  expect(offered).toMatchObject({ status: 'ASSIGNED', agentId: 'ann', pickByTimestamp: desk.start + 60 });
  expect(offered).not.toHaveProperty('position');
  expect(offered).not.toHaveProperty('widenTimestamp');
  expect(offered.sentences).toEqual([
    'ann was chosen as the least loaded of the agents who could take it.',
    'It has been offered to ann since 03:04:05 UTC, and goes to the next agent at 03:05:05 UTC unless ann picks it.',
  ]);
});

it('names the agents that did not take it and when they are asked again', async () => {
  const desk = await openThaiDesk();
  await desk.agent('ann', ['language:tha']);
  const { id } = await desk.createTicket('c');
  await desk.call('agent', 'ann', 'POST', `/v1/tickets/${id}/decline`, {});
  const declined = await desk.why(id);
  expect(declined).toMatchObject({
    retryTimestamp: desk.start + 60,
    agents: [{ agentId: 'ann', ruledOutBy: ['declined'] }],
  });
  expect(declined.sentences).toContain(
    'ann was offered it and did not take it. ann is asked again at 03:05:05 UTC if nobody else can take it.',
  );
});

it('names the customer’s last agent while that agent is preferred', async () => {
  const desk = await openThaiDesk();
  await desk.agent('ann', ['language:tha']);
  const first = await desk.createTicket('c');
  await desk.call('service', 'backend', 'POST', `/v1/tickets/${first.id}/close`);
  await desk.call('agent', 'ann', 'PUT', '/v1/status', { status: 'break' });
  const { id } = await desk.createTicket('c');
  expect(await desk.why(id)).toMatchObject({ preferredAgentId: 'ann' });
  desk.clock.now += 24 * 3_600_000;
  expect(await desk.why(id)).not.toHaveProperty('preferredAgentId');
});

it('says when a closed queue opens', async () => {
  const desk = await openThaiDesk();
  const hours = { timeZone: 'UTC', weekly: { sat: [{ from: '09:00', to: '17:00' }] } };
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { queues: [{ id: 'default', hours }] });
  await desk.agent('ann', []);
  const why = await desk.why((await desk.createTicket('c')).id);
  expect(why).toMatchObject({ queueIsOpen: false, opensTimestamp: Date.UTC(2026, 0, 3, 9) / 1000 });
  expect(why.sentences.at(-1)).toBe('The queue is closed until 2026-01-03 09:00:00 UTC.');
});

it('says when wrap-up ends, and considers no agents for a closed ticket', async () => {
  const desk = await openThaiDesk();
  await desk.agent('ann', ['language:tha']);
  const { id, metadata } = await desk.createTicket('c');
  await desk.call('agent', 'ann', 'DELETE', `/v1/rooms/${metadata.roomId}`);
  expect(await desk.why(id)).toMatchObject({ status: 'CHAT_CLOSED', wrapUpTimestamp: desk.start + 90 });
  await desk.call('service', 'backend', 'POST', `/v1/tickets/${id}/close`);
  expect(await desk.why(id)).toMatchObject({
    status: 'CLOSED',
    agents: [],
    sentences: ['It was closed at 03:04:05 UTC.', 'ann had it last.'],
  });
});

it('explains a held ticket whose needs no waiting ticket shares', async () => {
  const desk = await openThaiDesk();
  await desk.agent('ann', ['language:tha']);
  const { id } = await desk.createTicket('c');
  await desk.db.batch(['delete from need_sets'], 'write');
  expect(await desk.why(id)).toMatchObject({ needs: ['language:tha'], tiers: { from: 1, to: 1 } });
});

it('leaves out agents that are offline and hold no ticket', async () => {
  const desk = await openThaiDesk();
  await desk.agent('ann', ['language:tha']);
  await desk.agent('ben', []);
  const { id } = await desk.createTicket('c');
  for (const agent of ['ann', 'ben']) await desk.call('agent', agent, 'PUT', '/v1/offline');
  expect((await desk.why(id)).agents).toMatchObject([
    { agentId: 'ann', status: 'offline', load: 1, ruledOutBy: ['status_not_routable'] },
  ]);
});

it('refuses a ticket id that was never created', async () => {
  const desk = await openThaiDesk();
  expect((await desk.call('supervisor', 'sue', 'GET', '/v1/tickets/nothing/routing')).status).toBe(404);
});
