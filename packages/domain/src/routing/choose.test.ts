import { describe, expect, it } from 'vitest';
import { chooseAgent, choosePair } from './choose.ts';
import { type Candidate, ruledOutBy, type WaitingTicket } from './eligible.ts';

const now = 1_000;
const agent = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id,
  skills: [],
  routable: true,
  leaseUntil: now + 1,
  load: 0,
  capacity: 3,
  idleSince: 0,
  assignedAt: 0,
  ...over,
});
const ticket = (id: string, over: Partial<WaitingTicket> = {}): WaitingTicket => ({
  id,
  rank: 0,
  queueIsOpen: true,
  needs: [],
  tierFrom: 1,
  tierTo: 1,
  preferredAgentId: null,
  declinedBy: [],
  ...over,
});
const leastLoaded = { strategy: 'least_loaded', now } as const;

describe('an agent is ruled out', () => {
  it.each([
    ['status_not_routable', { routable: false }, {}],
    ['not_connected', { leaseUntil: now }, {}],
    ['full', { load: 3 }, {}],
    ['full', { capacity: 0 }, {}],
    ['tier_too_high', { skills: ['tier:2'] }, {}],
    ['tier_too_low', {}, { tierFrom: 2, tierTo: 2 }],
    ['skills_missing', { skills: ['language:eng'] }, { needs: ['language:tha'] }],
    ['declined', {}, { declinedBy: ['ann'] }],
  ] as const)('as %s for %j and %j', (rule, ofAgent, ofTicket) => {
    expect(ruledOutBy(agent('ann', ofAgent), ticket('t', ofTicket), now)).toEqual([rule]);
    expect(chooseAgent(ticket('t', ofTicket), [agent('ann', ofAgent)], leastLoaded)).toBeUndefined();
  });

  it('by every rule that holds', () => {
    expect(ruledOutBy(agent('ann', { routable: false, load: 9 }), ticket('t'), now)).toEqual([
      'status_not_routable',
      'full',
    ]);
  });
});

describe('the agent for a ticket', () => {
  const agents = [
    agent('ann', { load: 2, idleSince: 1, assignedAt: 7 }),
    agent('ben', { load: 1, idleSince: 5, assignedAt: 3 }),
    agent('cho', { load: 1, idleSince: 4, assignedAt: 9 }),
  ];
  it.each([
    ['least_loaded', 'cho'],
    ['longest_idle', 'ann'],
    ['round_robin', 'ben'],
  ] as const)('by %s is %s', (strategy, id) => {
    expect(chooseAgent(ticket('t'), agents, { strategy, now })?.id).toBe(id);
  });

  it('is the preferred agent when eligible, or else the first eligible one', () => {
    expect(chooseAgent(ticket('t', { preferredAgentId: 'ann' }), agents, leastLoaded)?.id).toBe('ann');
    const away = agents.with(0, agent('ann', { routable: false }));
    expect(chooseAgent(ticket('t', { preferredAgentId: 'ann' }), away, leastLoaded)?.id).toBe('cho');
  });

  it('is none while the queue is closed', () => {
    expect(chooseAgent(ticket('t', { queueIsOpen: false }), agents, leastLoaded)).toBeUndefined();
  });
});

describe('the next assignment', () => {
  it('is of the first ticket, by rank and then id, that any agent can take', () => {
    const tickets = [
      ticket('c', { rank: 1 }),
      ticket('b', { rank: 1 }),
      ticket('a', { rank: 0, needs: ['language:tha'] }),
    ];
    expect(choosePair(tickets, [agent('ann')], leastLoaded)).toEqual({ ticketId: 'b', agentId: 'ann' });
    expect(choosePair(tickets, [agent('ann', { skills: ['language:tha'] })], leastLoaded)).toEqual({
      ticketId: 'a',
      agentId: 'ann',
    });
  });

  it('is none when no ticket waits or no agent is eligible', () => {
    expect(choosePair([], [agent('ann')], leastLoaded)).toBeUndefined();
    expect(choosePair([ticket('a')], [], leastLoaded)).toBeUndefined();
  });
});
