import { performance } from 'node:perf_hooks';
import { closeTicket, intake } from '@chat-ticket/storage';
import type { Store } from './store.ts';

/** A thing that is timed, on a desk of its kind that it leaves as it was. */
export type Operation = {
  name: string;
  kind: 'idle' | 'full';
  /** Ms that one took. */
  time(store: Store): Promise<number>;
};

const command = () => ({
  changeId: crypto.randomUUID(),
  now: Date.now(),
  actorRole: 'service',
  actorId: 'bench',
});

async function takeIn({ db }: Store) {
  const own = command();
  const result = await intake(db, {
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
    content: '{}',
  });
  if (!('ticket' in result)) throw new Error(`not taken in: ${result.outcome}`);
  return result.ticket;
}

const close = ({ db }: Store, ticketId: string) =>
  closeTicket(db, { ...command(), ticketId, owner: null, ifVersion: null, note: null });

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const startedAt = performance.now();
  const result = await work();
  return { ms: performance.now() - startedAt, result };
}

/** The first ticket that each store’s agents hold, or got last. */
const held = new WeakMap<Store, string>();

export const operations: readonly Operation[] = [
  {
    name: 'intake and route',
    kind: 'idle',
    time: async (store) => {
      const { ms, result } = await timed(() => takeIn(store));
      if (result.agentId === null) throw new Error('the ticket was to be assigned');
      await close(store, result.id);
      return ms;
    },
  },
  {
    name: 'intake, nobody has room',
    kind: 'full',
    time: async (store) => {
      const { ms, result } = await timed(() => takeIn(store));
      if (result.agentId !== null) throw new Error('the ticket was to wait');
      await close(store, result.id);
      return ms;
    },
  },
  {
    name: 'agent freed, next ticket',
    kind: 'full',
    time: async (store) => {
      await takeIn(store);
      const { ms } = await timed(() => close(store, held.get(store) ?? 'held-0'));
      held.set(store, await lastAssigned(store));
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
  if (typeof id !== 'string') throw new Error('the freed agent was to get a ticket');
  return id;
}
