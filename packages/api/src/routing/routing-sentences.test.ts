import { type ConsideredAgent, explainRouting, type RoutedTicket } from '@chat-ticket/domain';
import { describe, expect, it } from 'vitest';
import { routingSentences } from './routing-sentences.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const after = (seconds: number) => now + seconds * 1000;
const tomorrow = Date.UTC(2026, 10, 25, 1, 0, 0);

const agent = (id: string, over: Partial<ConsideredAgent> = {}): ConsideredAgent => ({
  id,
  status: 'online',
  skills: [],
  routable: true,
  leaseUntil: after(30),
  load: 0,
  capacity: 3,
  idleSince: 0,
  assignedAt: 0,
  ...over,
});
const ticket = (over: Partial<RoutedTicket> = {}): RoutedTicket => ({
  id: 't',
  status: 'CREATED',
  rank: 0,
  queueId: 'thai',
  queueIsOpen: true,
  opensAt: null,
  strategy: 'least_loaded',
  needs: [],
  tierFrom: 1,
  tierTo: 1,
  stage: 0,
  position: 2,
  preferredAgentId: null,
  preferUntil: null,
  declinedBy: [],
  widenAt: null,
  widensTo: null,
  retryAt: null,
  agentId: null,
  assignedBy: null,
  isAgentFixed: false,
  assignedAt: null,
  pickBy: null,
  pickedAt: null,
  wrapUpUntil: null,
  closedAt: null,
  ...over,
});
const held = (over: Partial<RoutedTicket> = {}) =>
  ticket({ status: 'ASSIGNED', position: null, agentId: 'ann', assignedAt: after(-20), ...over });
const sentences = (of: RoutedTicket, agents: readonly ConsideredAgent[] = []) =>
  routingSentences(explainRouting(of, agents, now).reasons, now);

const thai = { needs: ['language:tha'] };
const full = { load: 3, skills: ['language:tha'] };

describe('the sentences about a waiting ticket', () => {
  it('give its position, what it needs and why no agent takes it', () => {
    const agents = [agent('ann', full), agent('ben', full), agent('cho')];
    expect(sentences(ticket(thai), agents)).toEqual([
      'It waits in the queue thai as number 2.',
      'It needs language:tha.',
      '3 agents are considered; none can take it: 2 are full, 1 lacks language:tha.',
    ]);
  });

  it.each([
    [ticket(), 'It needs no particular skill.'],
    [ticket({ needs: ['a', 'b', 'c'] }), 'It needs a, b and c.'],
    [ticket({ ...thai, tierFrom: 2, tierTo: 2 }), 'It needs language:tha and an agent of tier 2.'],
    [ticket({ tierTo: 3 }), 'It needs an agent of tier 1 to 3.'],
  ])('give what it needs (case %#)', (of, sentence) => {
    expect(sentences(of)[1]).toBe(sentence);
  });

  it('count each agent once, under the obstacle that lasts longest', () => {
    const agents = [
      agent('a', { load: 3 }),
      agent('b', { load: 3, leaseUntil: now }),
      agent('c', { leaseUntil: now, routable: false, status: 'break' }),
      agent('d', { routable: false, status: 'break' }),
      agent('e', { load: 3, skills: ['tier:2'] }),
    ];
    expect(sentences(ticket({ declinedBy: ['d'] }), agents)[2]).toBe(
      '5 agents are considered; none can take it: 1 is full, 1 is not connected, 1 has the status break, 1 was already offered it, 1 is of a higher tier.',
    );
    expect(sentences(ticket({ needs: ['x', 'y'], tierFrom: 2, tierTo: 2 }), agents)[2]).toBe(
      '5 agents are considered; none can take it: 5 lack x and y.',
    );
    expect(sentences(ticket({ tierFrom: 3, tierTo: 3 }), agents)[2]).toBe(
      '5 agents are considered; none can take it: 5 are of a lower tier.',
    );
  });

  it('name the agent that the rule would choose first', () => {
    const agents = [agent('ann', { load: 2 }), agent('ben', { load: 1 }), agent('cho', { load: 3 })];
    expect(sentences(ticket(), agents.slice(1))[2]).toBe('2 agents are considered; ben can take it.');
    expect(sentences(ticket(), agents)[2]).toBe('3 agents are considered; 2 can take it, ben first.');
    expect(sentences(ticket({ preferredAgentId: 'ann', preferUntil: tomorrow }), agents).slice(2)).toEqual([
      '3 agents are considered; 2 can take it, ann first.',
      'ann, the customer’s last agent, gets it first if available before 2026-11-25 01:00:00 UTC.',
    ]);
  });

  it('say that all agents are offline', () => {
    expect(sentences(ticket())[2]).toBe('No agent is considered: all are offline.');
  });

  it('give the opening time of a closed queue instead of its agents', () => {
    const closed = { queueIsOpen: false };
    expect(sentences(ticket({ ...closed, opensAt: tomorrow }), [agent('ann')]).slice(2)).toEqual([
      'The queue is closed until 2026-11-25 01:00:00 UTC.',
    ]);
    expect(sentences(ticket(closed)).at(-1)).toBe('The queue is closed, and its next opening is not known.');
  });

  it('say when the agents that did not take it are asked again', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const last = (declinedBy: readonly string[], retryAt: number | null) =>
      sentences(
        ticket({ declinedBy, retryAt }),
        names.map((id) => agent(id)),
      ).at(-1);
    expect(last(['a'], after(60))).toBe(
      'a was offered it and did not take it. a is asked again at 12:01:00 UTC if nobody else can take it.',
    );
    expect(last(['a', 'b'], after(60))).toBe(
      'a and b were offered it and did not take it. They are asked again at 12:01:00 UTC if nobody else can take it.',
    );
    expect(last(names, null)).toBe('6 agents were offered it and did not take it.');
  });

  it.each([
    [{ needs: [], tierTo: 1 }, 'language:tha is no longer needed.'],
    [{ needs: ['language:tha'], tierTo: 2 }, 'agents up to tier 2 can take it too.'],
    [{ needs: [], tierTo: 2 }, 'language:tha is no longer needed and agents up to tier 2 can take it too.'],
    [{ needs: ['language:tha'], tierTo: 1 }, 'nothing changes for this ticket.'],
  ])('give what the next widen step changes (case %#)', (widensTo, change) => {
    expect(sentences(ticket({ ...thai, widenAt: after(200), widensTo })).at(-1)).toBe(
      `At 12:03:20 UTC the search widens: ${change}`,
    );
  });
});

describe('the sentences about a ticket that does not wait for routing', () => {
  it.each([
    [
      'offered',
      held({ assignedBy: 'least_loaded', pickBy: after(40) }),
      [
        'ann was chosen as the least loaded of the agents who could take it.',
        'It has been offered to ann since 11:59:40 UTC, and goes to the next agent at 12:00:40 UTC unless ann picks it.',
      ],
    ],
    [
      'given by a person',
      held({ isAgentFixed: true, assignedBy: 'chosen_by_person' }),
      [
        'A person chose ann. Routing leaves it with ann while ann is connected.',
        'It has been offered to ann since 11:59:40 UTC.',
      ],
    ],
    [
      'picked',
      held({ assignedBy: 'last_agent_of_customer', pickedAt: after(-5) }),
      ['ann was chosen as the customer’s last agent.', 'ann picked it at 11:59:55 UTC.'],
    ],
    [
      'in wrap-up with an end',
      held({ status: 'CHAT_CLOSED', wrapUpUntil: after(90) }),
      ['Its room is closed. ann has it until wrap-up ends at 12:01:30 UTC.'],
    ],
    [
      'in wrap-up without an end',
      held({ status: 'CHAT_CLOSED' }),
      ['Its room is closed. ann has it until somebody closes it.'],
    ],
    [
      'closed',
      held({ status: 'CLOSED', closedAt: after(-60) }),
      ['It was closed at 11:59:00 UTC.', 'ann had it last.'],
    ],
    [
      'closed before any agent had it',
      ticket({ status: 'CLOSED', position: null, closedAt: after(-60) }),
      ['It was closed at 11:59:00 UTC.'],
    ],
    [
      'in a workflow',
      ticket({ status: 'WORKFLOW_PENDING', position: null }),
      ['A workflow has it. Routing starts when its status is WORKFLOW_DONE.'],
    ],
    [
      'stopped by an error',
      ticket({ status: 'ERROR', position: null }),
      ['An error stopped it. A person must assign it.'],
    ],
  ])('say that it is %s', (_, of, expected) => {
    expect(sentences(of, [agent('ben')])).toEqual(expected);
  });
});
