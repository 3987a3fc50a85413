import { performance } from 'node:perf_hooks';
import { closeTicket, createTicket, getTicketReport, listTicketSamples, send } from '@chat-ticket/storage';
import type { Kind, Store } from './store.ts';

/** A timed operation. It leaves the store as it was. */
export type Operation = {
  name: string;
  kind: Kind;
  /** How often a round runs the operation. Default: as often as the plan says. */
  perRound?: number;
  /** Runs the operation once and returns its time in ms. */
  time(store: Store): Promise<number>;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const noFilters = { queue: null, agent: null, ccr: null, language: null, entity: null };

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
  {
    name: 'report of 90 days by agent',
    kind: 'reported',
    perRound: 1,
    time: async ({ db, size }) => {
      const { ms, result } = await timed(() =>
        send(db, getTicketReport.agent, {
          ...noFilters,
          buckets: [[Date.now() - 91 * dayMs, Date.now()]],
          maxRows: 2e6,
        }),
      );
      const closed = result?.find(({ bucket, figure }) => bucket === null && figure === 'closed');
      if ((closed?.count ?? 0) < size.closed)
        throw new Error('the report does not count every closed ticket');
      return ms;
    },
  },
  {
    name: 'report of 1 day by hour',
    kind: 'reported',
    time: async ({ db }) => {
      const until = Date.now();
      const buckets = Array.from({ length: 24 }, (_, hour) => {
        const from = until - dayMs + hour * hourMs;
        return [from, from + hourMs] as const;
      });
      const { ms, result } = await timed(() => send(db, getTicketReport.none, { ...noFilters, buckets }));
      if (!result?.length) throw new Error('the report counts nothing');
      return ms;
    },
  },
  {
    name: 'page of rows behind a figure',
    kind: 'reported',
    time: async ({ db }) => {
      const range = { from: Date.now() - 91 * dayMs, until: Date.now(), afterAt: 0, afterId: 0 };
      const { ms, result } = await timed(() =>
        send(db, listTicketSamples.taken, { ...noFilters, ...range, cause: null, limit: 51 }),
      );
      if (result.rows.length === 0) throw new Error('the page is empty');
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
