import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

const service = { role: 'service', sub: 'backend' };
const agent = { role: 'agent', sub: 'a1' };
const ticket = {
  priority: 0,
  entityId: 'FP_SG',
  language: 'eng',
  ccr: 'delivery',
  orderId: 'o1',
  customerId: 'c1',
  firstName: null,
  lastName: null,
  customerName: null,
  content: '{}',
};

// The comparison is fair only if the baseline makes the same guarantees as the desk.
describe('the store of the baseline', () => {
  let folder: string;
  let store: ReturnType<typeof openStore>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chat-ticket-bench-'));
    store = openStore(join(folder, 'baseline.db'));
    store.saveAgent({ agentId: 'a1', email: 'a1@desk.example', name: 'A', capacity: 1 });
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  it('creates one ticket for an idempotency key', () => {
    const first = store.createTicket(service, 'k1', 'hash', ticket);
    expect(first).toMatchObject({ isNew: true, ticket: { status: 'CREATED' } });
    const again = { isNew: false, ticket: { id: first!.ticket.id } };
    expect(store.createTicket(service, 'k1', 'hash', ticket)).toMatchObject(again);
    expect(store.createTicket(service, 'k1', 'another hash', ticket)).toBeNull();
    expect(store.createTicket(service, 'k2', 'hash', ticket)).toMatchObject(again);
  });

  it('never exceeds a capacity, and assigns waiting tickets when an agent comes online or closes a ticket', () => {
    const [second, first] = [0, 1].map(
      (priority) =>
        store.createTicket(service, `k${priority}`, 'hash', { ...ticket, orderId: `o${priority}`, priority })!
          .ticket.id as string,
    );
    store.setStatus(agent, 'a1', 'online');
    expect(store.listTickets('a1')).toMatchObject([{ id: first, agent_id: 'a1', status: 'ASSIGNED' }]);
    store.closeTicket(service, first!);
    expect(store.listTickets('a1')).toMatchObject([{ id: second, agent_id: 'a1' }]);
  });

  it('distinguishes an agent without tickets from an unknown agent', () => {
    expect(store.listTickets('a1')).toEqual([]);
    expect(store.listTickets('a2')).toBeUndefined();
  });
});
