import { describe, expect, it } from 'vitest';
import { type Candidate, chooseAgent, chooseTicket } from './choose.ts';
import { priorityAgeingMs, queueRank } from './queue-rank.ts';

const now = 1_000_000;
const agent = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id,
  routable: true,
  leaseUntil: now + 1,
  load: 0,
  capacity: 3,
  idleSince: 0,
  ...over,
});

const ticket = (id: string, createdAt: number, priority = 0) => ({
  id,
  rank: queueRank({ priority, createdAt }),
});

describe('chooseAgent', () => {
  it('takes the least loaded, then the longest idle, then by id', () => {
    expect(chooseAgent([agent('a', { load: 1 }), agent('b')], now)?.id).toBe('b');
    expect(chooseAgent([agent('a', { idleSince: 5 }), agent('b', { idleSince: 4 })], now)?.id).toBe('b');
    expect(chooseAgent([agent('b'), agent('a')], now)?.id).toBe('a');
  });

  it('passes over whoever is not routable, has lost the lease or is full', () => {
    expect(chooseAgent([agent('a', { routable: false })], now)).toBeUndefined();
    expect(chooseAgent([agent('a', { leaseUntil: now })], now)).toBeUndefined();
    expect(chooseAgent([agent('a', { load: 3 })], now)).toBeUndefined();
    expect(chooseAgent([agent('a', { capacity: 0 })], now)).toBeUndefined();
  });
});

describe('chooseTicket', () => {
  it('takes the longest waiting, then by id', () => {
    expect(chooseTicket([ticket('a', 2), ticket('b', 1)])?.id).toBe('b');
    expect(chooseTicket([ticket('b', 1), ticket('a', 1)])?.id).toBe('a');
  });

  it('lets a point of priority overtake those who came up to a minute earlier, and no more', () => {
    const old = ticket('old', 0);
    expect(chooseTicket([old, ticket('urgent', priorityAgeingMs - 1, 1)])?.id).toBe('urgent');
    expect(chooseTicket([old, ticket('urgent', priorityAgeingMs + 1, 1)])?.id).toBe('old');
  });
});
