import { expect, it } from 'vitest';
import { asksAgain } from './asks-again.ts';
import type { Candidate, WaitingTicket } from './eligible.ts';

const now = 1_000;
const agent = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id,
  skills: ['vip'],
  routable: true,
  leaseUntil: now + 1,
  load: 0,
  capacity: 3,
  idleSince: 0,
  assignedAt: 0,
  ...over,
});
const ticket: WaitingTicket = {
  id: 'ticket',
  rank: 0,
  queueIsOpen: true,
  needs: ['vip'],
  tierFrom: 1,
  tierTo: 1,
  preferredAgentId: null,
  declinedBy: ['ann'],
};

it('asks the agents that declined again when nobody else is on duty', () => {
  expect(asksAgain(ticket, [agent('ann')], now)).toBe(true);
  expect(asksAgain(ticket, [], now)).toBe(true);
});

it.each([
  [{}, false],
  [{ load: 3 }, false],
  [{ routable: false }, true],
  [{ leaseUntil: now }, true],
  [{ skills: [] }, true],
  [{ skills: ['vip', 'tier:2'] }, true],
] as const)('with another agent of %j, returns %j', (over, asked) => {
  expect(asksAgain(ticket, [agent('ann'), agent('ben', over)], now)).toBe(asked);
});
