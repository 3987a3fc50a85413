import { describe, expect, it } from 'vitest';
import { everyTicket, leadingFilter, type TicketFilter } from './ticket-search.ts';

const leads = (filter: Partial<TicketFilter>, owner: string | null = null) =>
  leadingFilter({ ...everyTicket, ...filter }, 'newest', owner);

describe('the leading filter', () => {
  it('is the time of creation without a filter', () => {
    expect(leads({})).toBe('created');
    expect(leads({ createdFrom: 1, status: 'CLOSED', isOpen: false, hasWaitingCustomer: false })).toBe(
      'created',
    );
  });

  it('is the first of those that are given, from the one that leaves the fewest tickets', () => {
    const filters = [
      ['closed', { closedTo: 1 }],
      ['customer', { customerId: 'c' }],
      ['order', { orderId: 'o' }],
      ['agent', { agentId: 'a' }],
      ['open', { isOpen: true }],
      ['reason', { ccrKey: 'r' }],
      ['queue', { queueId: 'q' }],
      ['entity', { entityId: 'e' }],
      ['language', { language: 'tha' }],
    ] as const;
    for (const [i, [name]] of filters.entries())
      expect(leads(Object.assign({}, ...filters.slice(i).map(([, filter]) => filter)))).toBe(name);
  });

  it('is what is open for a status other than CLOSED, and for a customer who waits', () => {
    expect(leads({ status: 'ERROR', queueId: 'q' })).toBe('open');
    expect(leads({ hasWaitingCustomer: true })).toBe('open');
    expect(leads({ status: 'ERROR', isOpen: false })).toBe('created');
  });

  it('is the agent for a caller who sees only its own tickets, unless the customer or order is given', () => {
    expect(leads({ queueId: 'q' }, 'ann')).toBe('agent');
    expect(leads({ orderId: 'o' }, 'ann')).toBe('order');
  });

  it('is the wait of the customer in the order of the longest wait', () => {
    expect(leadingFilter({ ...everyTicket, customerId: 'c' }, 'longestWaiting', null)).toBe('waiting');
  });
});
