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
const reasons = (of: RoutedTicket, agents: readonly ConsideredAgent[] = []) =>
  explainRouting(of, agents, now).reasons;

const thai = { needs: ['language:tha'] };

describe('the reasons of a waiting ticket', () => {
  it('are its position, its needs and what keeps the agents from it', () => {
    const full = { load: 3, skills: ['language:tha'] };
    const agents = [agent('ann', full), agent('ben', full), agent('cho')];
    expect(reasons(ticket(thai), agents)).toEqual([
      { code: 'waiting', queueId: 'thai', position: 2 },
      { code: 'needs', skills: ['language:tha'], tierFrom: 1, tierTo: 1 },
      {
        code: 'no_agent_eligible',
        considered: 3,
        obstacles: [
          { rule: 'full', count: 2 },
          { rule: 'skills_missing', count: 1, missingSkills: ['language:tha'] },
        ],
      },
    ]);
  });

  it('count each agent once, under the obstacle that lasts longest', () => {
    const agents = [
      agent('a', { load: 3 }),
      agent('b', { load: 3, leaseUntil: now }),
      agent('c', { leaseUntil: now, routable: false, status: 'break' }),
      agent('d', { routable: false, status: 'break' }),
      agent('e', { routable: false, status: 'lunch' }),
      agent('f', { load: 3, skills: ['tier:2'] }),
    ];
    expect(reasons(ticket({ declinedBy: ['d'] }), agents)[2]).toEqual({
      code: 'no_agent_eligible',
      considered: 6,
      obstacles: [
        { rule: 'full', count: 1 },
        { rule: 'not_connected', count: 1 },
        { rule: 'status_not_routable', count: 1, status: 'break' },
        { rule: 'status_not_routable', count: 1, status: 'lunch' },
        { rule: 'declined', count: 1 },
        { rule: 'tier_too_high', count: 1 },
      ],
    });
  });

  it('name the agent that the rule would choose, the preferred one first', () => {
    const agents = [agent('ann', { load: 2 }), agent('ben', { load: 1 }), agent('cho', { load: 3 })];
    const eligible = { code: 'agents_eligible', considered: 3, eligible: 2 };
    expect(reasons(ticket(), agents)[2]).toEqual({ ...eligible, firstId: 'ben' });
    const preferring = ticket({ preferredAgentId: 'ann', preferUntil: tomorrow });
    expect(reasons(preferring, agents).slice(2)).toEqual([
      { ...eligible, firstId: 'ann' },
      { code: 'prefers_last_agent', agentId: 'ann', until: tomorrow },
    ]);
  });

  it('leave the agents out while the queue is closed, and say when all are offline', () => {
    const closed = ticket({ queueIsOpen: false, opensAt: tomorrow });
    expect(reasons(closed, [agent('ann')]).slice(2)).toEqual([{ code: 'queue_closed', opensAt: tomorrow }]);
    expect(reasons(ticket())[2]).toEqual({ code: 'no_agent_considered' });
  });

  it('name those that did not take it and when they are asked again', () => {
    const declined = ticket({ declinedBy: ['ann', 'gone'], retryAt: after(60) });
    expect(reasons(declined, [agent('ann'), agent('ben')]).at(-1)).toEqual({
      code: 'declined',
      agentIds: ['ann'],
      retryAt: after(60),
    });
  });

  it('give what the next widen step changes', () => {
    const widening = (widensTo: RoutedTicket['widensTo']) =>
      reasons(ticket({ ...thai, widenAt: after(200), widensTo })).at(-1);
    const widens = { code: 'widens', at: after(200) };
    expect(widening({ needs: [], tierTo: 2 })).toEqual({
      ...widens,
      droppedSkills: ['language:tha'],
      tierTo: 2,
    });
    expect(widening({ ...thai, tierTo: 1 })).toEqual({ ...widens, droppedSkills: [], tierTo: null });
  });
});

describe('the reasons of a ticket that does not wait for routing', () => {
  const offered = { code: 'offered', agentId: 'ann', since: after(-20) };
  it.each([
    [
      'offered',
      held({ assignedBy: 'least_loaded', pickBy: after(40) }),
      [
        { code: 'chosen_by_rule', agentId: 'ann', rule: 'least_loaded' },
        { ...offered, pickBy: after(40) },
      ],
    ],
    [
      'given by a person',
      held({ isAgentFixed: true, assignedBy: 'chosen_by_person' }),
      [
        { code: 'chosen_by_person', agentId: 'ann' },
        { ...offered, pickBy: null },
      ],
    ],
    [
      'given by a rule of another version',
      held({ assignedBy: 'unheard_of' }),
      [{ ...offered, pickBy: null }],
    ],
    ['picked', held({ pickedAt: after(-5) }), [{ code: 'picked', agentId: 'ann', at: after(-5) }]],
    [
      'in wrap-up',
      held({ status: 'CHAT_CLOSED', wrapUpUntil: after(90) }),
      [{ code: 'in_wrap_up', agentId: 'ann', until: after(90) }],
    ],
    [
      'closed',
      held({ status: 'CLOSED', closedAt: after(-60) }),
      [
        { code: 'closed', at: after(-60) },
        { code: 'last_agent', agentId: 'ann' },
      ],
    ],
    ['in a workflow', ticket({ status: 'WORKFLOW_PENDING', position: null }), [{ code: 'in_workflow' }]],
    ['stopped by an error', ticket({ status: 'ERROR', position: null }), [{ code: 'in_error' }]],
  ])('say that it is %s', (_, of, expected) => {
    expect(reasons(of, [agent('ben')])).toEqual(expected);
  });
});

it('gives every rule that keeps the ticket from an agent, in the order of the agents', () => {
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
