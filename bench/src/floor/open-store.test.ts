import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

const service = { role: 'service', sub: 'backend' };
const agent = { role: 'agent', sub: 'a1' };
const chat = {
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

// What the desk is compared with has to keep the desk’s promises.
describe('the floor’s store', () => {
  let folder: string;
  let store: ReturnType<typeof openStore>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chat-ticket-bench-'));
    store = openStore(join(folder, 'floor.db'));
    store.saveAgent({ agentId: 'a1', email: 'a1@desk.example', name: 'A', capacity: 1 });
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  it('takes a chat in once for its key', () => {
    const first = store.intake(service, 'k1', 'hash', chat);
    expect(first).toMatchObject({ isNew: true, ticket: { status: 'CREATED' } });
    const again = { isNew: false, ticket: { id: first!.ticket.id } };
    expect(store.intake(service, 'k1', 'hash', chat)).toMatchObject(again);
    expect(store.intake(service, 'k1', 'another hash', chat)).toBeNull();
    expect(store.intake(service, 'k2', 'hash', chat)).toMatchObject(again);
  });

  it('gives no agent more than fits, and what waits to who comes online or gets free', () => {
    const [second, first] = [0, 1].map(
      (priority) =>
        store.intake(service, `k${priority}`, 'hash', { ...chat, orderId: `o${priority}`, priority })!.ticket
          .id as string,
    );
    store.setStatus(agent, 'a1', 'online');
    expect(store.listHeld('a1')).toMatchObject([{ id: first, agent_id: 'a1', status: 'ASSIGNED' }]);
    store.closeTicket(service, first!);
    expect(store.listHeld('a1')).toMatchObject([{ id: second, agent_id: 'a1' }]);
  });

  it('knows an agent without tickets from one that is not there', () => {
    expect(store.listHeld('a1')).toEqual([]);
    expect(store.listHeld('a2')).toBeUndefined();
  });
});
