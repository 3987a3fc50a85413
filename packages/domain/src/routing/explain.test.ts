import { describe, expect, it } from 'vitest';
import type { ConsideredAgent } from './consideration.ts';
import { explainRouting } from './explain.ts';
import type { RoutedTicket } from './routed-ticket.ts';

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
  explainRouting(of, agents, now).sentences;

const thai = { needs: ['language:tha'] };
const full = { load: 3, skills: ['language:tha'] };

describe('of a ticket that waits', () => {
  it('tells its place, what it needs and why nobody takes it', () => {
    const agents = [agent('ann', full), agent('ben', full), agent('cho')];
    expect(sentences(ticket(thai), agents)).toEqual([
      'It waits in the queue thai as number 2.',
      'It needs language:tha.',
      '3 agents are considered; none can take it: 2 are full, 1 lacks language:tha.',
    ]);
  });

  it.each([
    [ticket(), 'It needs no skill in particular.'],
    [ticket({ needs: ['a', 'b', 'c'] }), 'It needs a, b and c.'],
    [ticket({ ...thai, tierFrom: 2, tierTo: 2 }), 'It needs language:tha and an agent of tier 2.'],
    [ticket({ tierTo: 3 }), 'It needs an agent of tier 1 to 3.'],
  ])('tells what it needs', (of, sentence) => {
    expect(sentences(of)[1]).toBe(sentence);
  });

  it('counts each agent once, under what would keep the ticket from it for longest', () => {
    const agents = [
      agent('a', { load: 3 }),
      agent('b', { load: 3, leaseUntil: now }),
      agent('c', { leaseUntil: now, routable: false, status: 'break' }),
      agent('d', { routable: false, status: 'break' }),
      agent('e', { load: 3, skills: ['tier:2'] }),
    ];
    expect(sentences(ticket({ declinedBy: ['d'] }), agents)[2]).toBe(
      '5 agents are considered; none can take it: 1 is full, 1 is not connected, 1 is in the status break, 1 has had it already, 1 is of a higher tier.',
    );
    expect(sentences(ticket({ needs: ['x', 'y'], tierFrom: 2, tierTo: 2 }), agents)[2]).toBe(
      '5 agents are considered; none can take it: 5 lack x and y.',
    );
    expect(sentences(ticket({ tierFrom: 3, tierTo: 3 }), agents)[2]).toBe(
      '5 agents are considered; none can take it: 5 are of a lower tier.',
    );
  });

  it('tells who can take it, the one whom the rule would choose first', () => {
    const agents = [agent('ann', { load: 2 }), agent('ben', { load: 1 }), agent('cho', { load: 3 })];
    expect(sentences(ticket(), agents.slice(1))[2]).toBe('2 agents are considered; ben can take it.');
    expect(sentences(ticket(), agents)[2]).toBe('3 agents are considered; 2 can take it, ben first.');
    expect(sentences(ticket({ preferredAgentId: 'ann', preferUntil: tomorrow }), agents).slice(2)).toEqual([
      '3 agents are considered; 2 can take it, ann first.',
      'ann, the customer’s last agent, goes first if able to take it before 2026-11-25 01:00:00 UTC.',
    ]);
  });

  it('tells that there is nobody', () => {
    expect(sentences(ticket())[2]).toBe('No agent is considered: all are offline.');
  });

  it('tells when a closed queue opens, and says nothing of agents until then', () => {
    const closed = { queueIsOpen: false };
    expect(sentences(ticket({ ...closed, opensAt: tomorrow }), [agent('ann')]).slice(2)).toEqual([
      'The queue is closed until 2026-11-25 01:00:00 UTC.',
    ]);
    expect(sentences(ticket(closed)).at(-1)).toBe('The queue is closed, and when it opens is not known.');
  });

  it('tells when those who did not take it are asked again', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const last = (declinedBy: readonly string[], retryAt: number | null) =>
      sentences(
        ticket({ declinedBy, retryAt }),
        names.map((id) => agent(id)),
      ).at(-1);
    expect(last(['a'], after(60))).toBe(
      'a has had it already and is asked again at 12:01:00 UTC if nobody else can take it.',
    );
    expect(last(['a', 'b'], after(60))).toBe(
      'a and b have had it already and are asked again at 12:01:00 UTC if nobody else can take it.',
    );
    expect(last(names, null)).toBe('6 agents have had it already and did not take it.');
  });

  it.each([
    [{ needs: [], tierTo: 1 }, 'language:tha is no longer needed.'],
    [{ needs: ['language:tha'], tierTo: 2 }, 'agents up to tier 2 can take it too.'],
    [{ needs: [], tierTo: 2 }, 'language:tha is no longer needed and agents up to tier 2 can take it too.'],
    [{ needs: ['language:tha'], tierTo: 1 }, 'nothing changes for this ticket.'],
  ])('tells what the next widen step changes', (widensTo, change) => {
    expect(sentences(ticket({ ...thai, widenAt: after(200), widensTo })).at(-1)).toBe(
      `At 12:03:20 UTC the search widens: ${change}`,
    );
  });
});

describe('of a ticket that does not wait for routing', () => {
  it.each([
    [
      'offered',
      held({ assignedBy: 'least_loaded', pickBy: after(40) }),
      [
        'ann was chosen as the least loaded of those who could take it.',
        'It has been offered to ann since 11:59:40 UTC, and goes to the next agent at 12:00:40 UTC unless picked.',
      ],
    ],
    [
      'given by a person',
      held({ isAgentFixed: true, assignedBy: 'chosen_by_person' }),
      [
        'ann was chosen by a person: no rule takes it from ann while ann is there.',
        'It has been offered to ann since 11:59:40 UTC.',
      ],
    ],
    [
      'picked',
      held({ assignedBy: 'last_agent_of_customer', pickedAt: after(-5) }),
      ['ann was chosen as the customer’s last agent.', 'ann picked it at 11:59:55 UTC.'],
    ],
    [
      'in wrap-up that ends by itself',
      held({ status: 'CHAT_CLOSED', wrapUpUntil: after(90) }),
      ['Its room is closed; ann has it until wrap-up ends by itself at 12:01:30 UTC.'],
    ],
    [
      'in wrap-up without an end',
      held({ status: 'CHAT_CLOSED' }),
      ['Its room is closed; ann has it until somebody closes it.'],
    ],
    [
      'closed',
      held({ status: 'CLOSED', closedAt: after(-60) }),
      ['It was closed at 11:59:00 UTC.', 'ann had it last.'],
    ],
    [
      'closed before anybody had it',
      ticket({ status: 'CLOSED', position: null, closedAt: after(-60) }),
      ['It was closed at 11:59:00 UTC.'],
    ],
    [
      'in a workflow',
      ticket({ status: 'WORKFLOW_PENDING', position: null }),
      ['The workflow has it; it is not routed until WORKFLOW_DONE.'],
    ],
    [
      'stopped by an error',
      ticket({ status: 'ERROR', position: null }),
      ['An error stopped it: a person has to assign it.'],
    ],
  ])('tells that it is %s', (_, of, expected) => {
    expect(sentences(of, [agent('ben')])).toEqual(expected);
  });
});

it('says of each agent, in the order given, all that keeps the ticket from it', () => {
  const { considered } = explainRouting(
    ticket({ ...thai, declinedBy: ['ben'] }),
    [agent('ben', { load: 3 }), agent('ann', { skills: ['language:tha'] })],
    now,
  );
  expect(considered).toMatchObject([
    {
      agent: { id: 'ben' },
      ruledOutBy: ['full', 'skills_missing', 'declined'],
      missingSkills: ['language:tha'],
    },
    { agent: { id: 'ann' }, ruledOutBy: [], missingSkills: [] },
  ]);
});
