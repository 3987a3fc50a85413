import { everyTicket, leadingFilter, type TicketOrder } from '@chat-ticket/domain';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { send, ticketSearch } from '../index.ts';
import type { FoundTickets, SearchTickets } from './search-tickets.ts';

type Request = Partial<Omit<SearchTickets, 'after'>> & { order?: TicketOrder };

/** A database with many tickets, made in one statement. Ticket `t0042` is the 42nd, created at 42 s. */
async function fill(count: number) {
  const db = await freshDatabase();
  await db.batch(
    [
      `insert into tickets (
         id, status, waiting_status, priority, rank, entity_id, language, ccr, ccr_key, order_id, customer_id, content, room_id,
         room_closed_at, queue_id, need_set, agent_id, customer_waits_since, created_at, updated_at, closed_at, change_id)
       with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${count - 1})
       select
         format('t%04d', n), case when n % 10 = 0 then 'CREATED' else 'CLOSED' end, 'CREATED', 0, n,
         'e' || (n % 7), 'l' || (n % 3), 'r', 'r' || (n % 11), 'o' || n, 'c' || (n % 400), '{}', 'room' || n,
         case when n % 10 <> 0 then n * 1000 + 500 end, 'q' || (n % 5), 'needs',
         case when n % 10 <> 0 then 'a' || (n % 13) end, case when n % 20 = 0 then n * 1000 + n % 77 end,
         n * 1000, n * 1000, case when n % 10 <> 0 then n * 1000 + 500 end, 'change'
       from numbers`,
      `insert into ticket_agents select id, 'a0', created_at from tickets where customer_id = 'c42'`,
      `insert into ticket_agents select id, agent_id, created_at from tickets where agent_id is not null on conflict do nothing`,
    ],
    'write',
  );
  const page = (
    { order = 'newest', owner = null, limit = 100, ...filter }: Request,
    after: FoundTickets['next'] = null,
  ): Promise<FoundTickets> => {
    const full = { ...everyTicket, ...filter };
    return send(db, ticketSearch(full, order, owner), { ...full, owner, limit, after });
  };
  /** The ids of all pages, and how many pages there are. */
  const all = async (request: Request) => {
    const ids: string[] = [];
    let pages = 0;
    for (let after: FoundTickets['next'] = null; ; pages += 1) {
      const found: FoundTickets = await page(request, after);
      ids.push(...found.tickets.map(({ id }) => id));
      after = found.next;
      if (after === null) return { ids, pages: pages + 1 };
    }
  };
  return { db, page, all };
}

/** What SQL without an index, a limit or pages finds. */
const whereOf: Readonly<Record<string, [Request, string]>> = {
  nothing: [{}, 'true'],
  status: [{ status: 'CREATED' }, `status = 'CREATED'`],
  closed: [{ status: 'CLOSED' }, `status = 'CLOSED'`],
  open: [{ isOpen: true }, `status <> 'CLOSED'`],
  queue: [{ queueId: 'q3' }, `queue_id = 'q3'`],
  agent: [{ agentId: 'a0' }, `(agent_id = 'a0' or (customer_id = 'c42'))`],
  customer: [{ customerId: 'c42' }, `customer_id = 'c42'`],
  order: [{ orderId: 'o77' }, `order_id = 'o77'`],
  entity: [{ entityId: 'e6' }, `entity_id = 'e6'`],
  reason: [{ ccrKey: 'r10' }, `ccr_key = 'r10'`],
  language: [{ language: 'l2' }, `language = 'l2'`],
  'waiting customer': [
    { hasWaitingCustomer: true },
    'customer_waits_since is not null and room_closed_at is null',
  ],
  'no waiting customer': [
    { hasWaitingCustomer: false },
    'not (customer_waits_since is not null and room_closed_at is null)',
  ],
  'created between': [
    { createdFrom: 500_000, createdTo: 1_700_000 },
    'created_at >= 500000 and created_at < 1700000',
  ],
  'queue, language and created between': [
    { queueId: 'q3', language: 'l1', createdFrom: 500_000 },
    `queue_id = 'q3' and language = 'l1' and created_at >= 500000`,
  ],
  'agent, entity and status': [
    { agentId: 'a0', entityId: 'e6', status: 'CLOSED' },
    `(agent_id = 'a0' or customer_id = 'c42') and entity_id = 'e6' and status = 'CLOSED'`,
  ],
};

describe('a search', () => {
  it.each(Object.entries(whereOf))(
    'by %s finds what a scan finds, in both orders',
    async (_, [request, where]) => {
      const { db, all } = await fill(2400);
      for (const [order, sort] of [
        ['newest', 'desc'],
        ['oldest', 'asc'],
      ] as const) {
        const expected = await db.rows(
          `select id from tickets where ${where} order by created_at ${sort}, id ${sort}`,
        );
        expect(expected.length, 'the filter leaves some').toBeGreaterThan(0);
        expect((await all({ ...request, order })).ids).toEqual(expected.flat());
      }
    },
  );

  it('by the time of the close is in its order', async () => {
    const { db, all } = await fill(2400);
    const where = 'closed_at >= 100500 and closed_at < 2000500';
    for (const [order, sort] of [
      ['newest', 'desc'],
      ['oldest', 'asc'],
    ] as const) {
      const expected = await db.rows(
        `select id from tickets where ${where} order by closed_at ${sort}, id ${sort}`,
      );
      expect((await all({ closedFrom: 100_500, closedTo: 2_000_500, order })).ids).toEqual(expected.flat());
    }
    expect((await all({ closedFrom: 2_300_000, queueId: 'q1' })).ids).toEqual(
      (
        await db.rows(
          `select id from tickets where closed_at >= 2300000 and queue_id = 'q1' order by id desc`,
        )
      ).flat(),
    );
  });

  it('by the longest wait finds only tickets whose customer waits, the longest wait first', async () => {
    const { db, all } = await fill(2400);
    const waits = 'customer_waits_since is not null and room_closed_at is null';
    const sorted = 'order by customer_waits_since, id';
    expect((await all({ order: 'longestWaiting' })).ids).toEqual(
      (await db.rows(`select id from tickets where ${waits} ${sorted}`)).flat(),
    );
    expect((await all({ order: 'longestWaiting', entityId: 'e2', createdFrom: 900_000 })).ids).toEqual(
      (
        await db.rows(
          `select id from tickets where ${waits} and entity_id = 'e2' and created_at >= 900000 ${sorted}`,
        )
      ).flat(),
    );
  });

  it('looks at 1,000 tickets for a page, however few pass', async () => {
    const { page, all } = await fill(2400);
    // Reasons and queues have no common index.
    const request = { queueId: 'q0', ccrKey: 'nothing' };
    expect(leadingFilter({ ...everyTicket, ...request }, 'newest', null)).toBe('reason');
    expect(await page(request)).toEqual({ tickets: [], next: null });
    const rare = {
      createdTo: 2_400_000,
      hasWaitingCustomer: false,
      isOpen: false,
      status: 'CREATED',
    } as const;
    expect(await page(rare)).toEqual({ tickets: [], next: { at: 1_400_000, id: 't1400' } });
    expect(await all(rare)).toEqual({ ids: [], pages: 3 });
  });

  it('finds for an agent only what it has or has picked, whatever the filter', async () => {
    const { db, all } = await fill(2400);
    await openDesk(db).setCapacity('a0', 3);
    const own = `(agent_id = 'a0' or customer_id = 'c42')`;
    const requests: [Request, string][] = [
      [{}, 'true'],
      [{ customerId: 'c0' }, `customer_id = 'c0'`],
      [{ agentId: 'a1' }, `agent_id = 'a1'`],
      [{ order: 'longestWaiting' }, 'customer_waits_since is not null and room_closed_at is null'],
      [{ closedFrom: 0 }, 'closed_at is not null'],
    ];
    for (const [request, where] of requests) {
      const expected = await db.rows(
        `select id from tickets where ${own} and ${where} order by created_at desc`,
      );
      expect((await all({ ...request, owner: 'a0' })).ids).toEqual(expected.flat());
    }
    await db.batch([`update agents set archived_at = 1 where id = 'a0'`], 'write');
    expect((await all({ owner: 'a0' })).ids).toEqual([]);
    expect((await all({ owner: 'nobody' })).ids).toEqual([]);
  });

  it('ends a page after about 1 MiB', async () => {
    const { db, page } = await fill(30);
    await db.batch([`update tickets set content = '{"a":"' || hex(zeroblob(40000)) || '"}'`], 'write');
    const first = await page({});
    expect(first.tickets.length).toBeGreaterThan(10);
    expect(first.tickets.length).toBeLessThan(20);
    const second = await page({}, first.next);
    expect(first.tickets.length + second.tickets.length).toBeGreaterThanOrEqual(27);
  });
});

describe('the customer of a ticket waits', () => {
  it('from intake until a reply, and again from its next message', async () => {
    const db = await freshDatabase();
    const desk = openDesk(db);
    const { id, roomId, createdAt } = await desk.createTicket();
    const since = async () =>
      (await db.rows(`select customer_waits_since from tickets where id = '${id}'`))[0]![0];
    expect(await since()).toBe(createdAt);
    await desk.sendMessage(roomId);
    expect(await since()).toBe(createdAt);
    const reply = { actorRole: 'agent', actorId: 'ann', effect: 'starts' } as const;
    await desk.sendMessage(roomId, reply);
    expect(await since()).toBeNull();
    await desk.sendMessage(roomId, { ...reply, kind: 'note', effect: 'restarts' });
    expect(await since()).toBeNull();
    desk.wait(1000);
    await desk.sendMessage(roomId);
    const waitsSince = await since();
    expect(waitsSince).toBeGreaterThan(createdAt + 1000);
    await desk.sendMessage(roomId);
    await desk.sendMessage(roomId, { actorRole: 'service', actorId: 'bot', effect: 'restarts' });
    expect(await since()).toBe(waitsSince);
  });
});

it('remembers each agent who picked a ticket, but none who was only offered it', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  for (const agent of ['ann', 'ben']) await desk.online(agent);
  const { id } = await desk.createTicket();
  const first = (await desk.agentOf(id))!;
  await desk.decline(first, id);
  const second = (await desk.agentOf(id))!;
  await desk.pick(second, id);
  await desk.pick(second, id);
  expect(await db.rows('select ticket_id, agent_id from ticket_agents')).toEqual([[id, second]]);
  await desk.online('cho');
  await desk.drain(second);
  await desk.pick('cho', id);
  expect(await db.rows('select agent_id from ticket_agents order by 1')).toEqual([[second], ['cho']]);
});
