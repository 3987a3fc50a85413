import { performance } from 'node:perf_hooks';
import { closeTicket, createTicket, send } from '@chat-ticket/storage';
import type { Store } from './store.ts';

/** A timed operation. It leaves the store as it was. */
export type Operation = {
  name: string;
  kind: 'idle' | 'full';
  /** Runs the operation once and returns its time in ms. */
  time(store: Store): Promise<number>;
};

const command = () => ({
  changeId: crypto.randomUUID(),
  now: Date.now(),
  actorRole: 'service',
  actorId: 'bench',
});

async function createOneTicket({ db }: Store) {
  const own = command();
  const result = await send(db, createTicket, {
    ...own,
    scope: 'bench',
    key: own.changeId,
    bodyHash: '',
    roomId: own.changeId,
    priority: 0,
    entityId: '',
    language: 'eng',
    ccr: null,
    orderId: '',
    customerId: own.changeId,
    status: 'CREATED' as const,
    customerFirstName: null,
    customerLastName: null,
    customerName: null,
    content: {},
  });
  if (!('ticket' in result)) throw new Error(`the ticket was not created: ${result.outcome}`);
  return result.ticket;
}

const close = ({ db }: Store, ticketId: string) =>
  send(db, closeTicket, { ...command(), ticketId, owner: null, ifVersion: null, note: null });

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const startedAt = performance.now();
  const result = await work();
  return { ms: performance.now() - startedAt, result };
}

/** For each store, the ticket that was assigned last. */
const lastTicket = new WeakMap<Store, string>();

export const operations: readonly Operation[] = [
  {
    name: 'create and assign',
    kind: 'idle',
    time: async (store) => {
      const { ms, result } = await timed(() => createOneTicket(store));
      if (result.agentId === null) throw new Error('the ticket was not assigned');
      await close(store, result.id);
      return ms;
    },
  },
  {
    name: 'create, no agent has capacity',
    kind: 'full',
    time: async (store) => {
      const { ms, result } = await timed(() => createOneTicket(store));
      if (result.agentId !== null) throw new Error('the ticket was assigned, but no agent had capacity');
      await close(store, result.id);
      return ms;
    },
  },
  {
    name: 'close, assign the next ticket',
    kind: 'full',
    time: async (store) => {
      await createOneTicket(store);
      const { ms } = await timed(() => close(store, lastTicket.get(store) ?? 'assigned-0'));
      lastTicket.set(store, await lastAssigned(store));
      return ms;
    },
  },
];

async function lastAssigned({ db }: Store): Promise<string> {
  const [result] = await db.batch(
    [`select ticket_id from events where type = 'ticket.assigned' order by seq desc limit 1`],
    'read',
  );
  const id = result!.rows[0]?.[0];
  if (typeof id !== 'string') throw new Error('the agent did not get the next ticket');
  return id;
}
