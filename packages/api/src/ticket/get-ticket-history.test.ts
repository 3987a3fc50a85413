import { History, type TicketEvent, type TicketRecord } from '@chat-ticket/contract';
import { sweep } from '@chat-ticket/storage';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

const createTicket = async (desk: Desk, customer: string) => {
  const body = { customer: { id: customer }, metadata: { language: 'tha' } };
  return (await (await desk.call('service', 'backend', 'POST', '/v1/tickets', body)).json()) as TicketRecord;
};
const readHistory = async (desk: Desk, ticketId: string) => {
  const response = await desk.call('supervisor', 'sue', 'GET', `/v1/tickets/${ticketId}/history`);
  return v.parse(History, await response.json()).entries;
};

it('lists each change, oldest first, with its time, actor, reason and status', async () => {
  const desk = await openDesk();
  const ticket = await createTicket(desk, 'c');
  const start = Math.floor(desk.clock.now / 1000);
  desk.clock.now += 5_000;
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  desk.clock.now += 5_000;
  await desk.call('agent', 'ann', 'PUT', `/v1/tickets/${ticket.id}/pickedTime`);
  desk.clock.now += 5_000;
  const status = {
    status: 'UPDATE_FIELD',
    fields: { priority: 7, metadata: { orderId: 'o1' } },
    note: 'vip',
  };
  await desk.call('service', 'backend', 'PUT', `/v1/tickets/${ticket.id}/status`, status);

  const seq = expect.any(Number);
  const ann = { agentId: 'ann', actor: { role: 'agent', id: 'ann' } };
  const backend = { role: 'service', id: 'backend' };
  const entries = await readHistory(desk, ticket.id);
  expect(entries).toEqual([
    { seq, timestamp: start, type: 'ticket.created', status: 'CREATED', queueId: 'default', actor: backend },
    {
      ...ann,
      seq,
      timestamp: start + 5,
      type: 'ticket.assigned',
      status: 'ASSIGNED',
      queueId: 'default',
      reason: 'least_loaded',
    },
    { ...ann, seq, timestamp: start + 10, type: 'ticket.picked', status: 'ASSIGNED', queueId: 'default' },
    {
      seq,
      timestamp: start + 15,
      type: 'ticket.updated',
      status: 'UPDATE_FIELD',
      queueId: 'default',
      agentId: 'ann',
      actor: backend,
      note: 'vip',
      changes: { priority: 7, orderId: 'o1' },
    },
  ]);
  expect(entries.map((entry) => entry.seq)).toEqual(
    entries.map((entry) => entry.seq).toSorted((a, b) => a - b),
  );
});

it('has an entry that matches the contract for every change of a ticket', async () => {
  const desk = await openDesk();
  const settings = {
    closingCodes: [{ id: 'solved', name: 'Solved' }],
    fields: [{ id: 'shop', name: 'Shop', type: 'text' }],
    queues: [
      {
        id: 'thai',
        takes: { languages: ['tha'] },
        needs: ['vip'],
        widen: [{ afterSeconds: 5, drop: ['vip'] }],
        autoClose: { warnSeconds: 5, closeSeconds: 25 },
      },
      { id: 'default' },
    ],
  };
  await desk.call('admin', 'root', 'PUT', '/v1/settings', settings);
  const as = (role: 'service' | 'agent', sub: string, ticketId: string) => (path: string, body?: object) =>
    desk.call(
      role,
      sub,
      path.startsWith('status') || path === 'pickedTime' ? 'PUT' : 'POST',
      `/v1/tickets/${ticketId}/${path}`,
      body,
    );
  const runSweep = () => sweep(desk.db, { now: desk.clock.now, newId: () => crypto.randomUUID() });

  const one = await createTicket(desk, 'c1');
  const backend = as('service', 'backend', one.id);
  await backend('status', { status: 'WORKFLOW_PENDING' });
  await backend('status', { status: 'WORKFLOW_DONE', note: 'the bot is done' });
  desk.clock.now += 6_000;
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  await runSweep();
  await as('agent', 'ann', one.id)('decline', {});
  await desk.call('agent', 'ben', 'PUT', '/v1/online');
  await backend('requeue', {});
  await backend('transfer', { queueId: 'default', note: 'not for thai' });
  await backend('status', { status: 'UPDATE_FIELD', fields: { content: { a: 1 } } });
  await backend('status', { status: 'REFUND_CREATED' });
  await backend('escalate', {});
  await backend('close');

  const two = await createTicket(desk, 'c2');
  desk.clock.now += 6_000;
  await runSweep();
  desk.clock.now += 55_000;
  for (const agent of ['ann', 'ben']) await desk.call('agent', agent, 'PUT', '/v1/online');
  desk.clock.now += 10_000;
  await runSweep();
  const { agentId } = (await (
    await desk.call('service', 'backend', 'GET', `/v1/tickets/${two.id}`)
  ).json()) as TicketRecord;
  await as('agent', agentId!, two.id)('pickedTime');
  const hello = { clientMessageId: 'm1', text: 'How can I help?' };
  await desk.call('agent', agentId!, 'POST', `/v1/rooms/${two.metadata.roomId}/messages`, hello);
  await desk.call('agent', agentId!, 'PUT', `/v1/rooms/${two.metadata.roomId}/read`, { seq: 1 });
  await desk.call('agent', agentId!, 'PUT', `/v1/tickets/${two.id}/extend`);
  await desk.call('agent', agentId!, 'POST', `/v1/tickets/${two.id}/tags`, { add: ['photo'] });
  await desk.call('agent', agentId!, 'POST', `/v1/tickets/${two.id}/fields`, { fields: { shop: 'S-1' } });
  const code = { closingCode: 'solved' };
  await desk.call('agent', agentId!, 'PUT', `/v1/tickets/${two.id}/closingCode`, code);
  desk.clock.now += 6_000;
  await runSweep();
  await desk.call('agent', agentId!, 'DELETE', `/v1/rooms/${two.metadata.roomId}`);

  const happened = new Set(
    [...(await readHistory(desk, one.id)), ...(await readHistory(desk, two.id))].map(({ type }) => type),
  );
  const all: Record<TicketEvent['type'], true> = {
    'ticket.created': true,
    'ticket.assigned': true,
    'ticket.picked': true,
    'ticket.declined': true,
    'ticket.missed': true,
    'ticket.returned': true,
    'ticket.moved': true,
    'ticket.escalated': true,
    'ticket.widened': true,
    'ticket.status_changed': true,
    'ticket.updated': true,
    'ticket.refund_created': true,
    'ticket.extended': true,
    'ticket.closing_changed': true,
    'ticket.tags_changed': true,
    'ticket.fields_changed': true,
    'ticket.closed': true,
    'room.auto_close_warned': true,
    'room.closed': true,
  };
  expect([...happened].toSorted()).toEqual(Object.keys(all).toSorted());
});

it('is readable by an agent for its own tickets only', async () => {
  const desk = await openDesk();
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  const { id } = await createTicket(desk, 'c');
  const statusFor = async (agent: string, ticketId: string) =>
    (await desk.call('agent', agent, 'GET', `/v1/tickets/${ticketId}/history`)).status;
  expect(await statusFor('ann', id)).toBe(200);
  expect(await statusFor('ben', id)).toBe(404);
  expect(await statusFor('ann', 'nothing')).toBe(404);
});

it('ends a page after about 1 MiB, and says whether the history goes on', async () => {
  const desk = await openDesk();
  const { id } = await createTicket(desk, 'c');
  const large = `insert into events (type, at, change_id, subject_id, ticket_id, actor_role, actor_id, data)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 60)
    select 'ticket.updated', ${desk.clock.now}, 'change-' || i, '${id}', '${id}', 'service', 'test',
      json_object('status', 'CREATED', 'queueId', 'default', 'note', printf('%.*c', 60000, 'x')) from n`;
  await desk.db.batch([large], 'write');
  const pages: History[] = [];
  do {
    const after = pages.at(-1)?.entries.at(-1)?.seq;
    const query = after === undefined ? '' : `?after=${after}`;
    const response = await desk.call('service', 'backend', 'GET', `/v1/tickets/${id}/history${query}`);
    const text = await response.text();
    expect(text.length).toBeLessThan(1_048_576 + 65_536);
    pages.push(v.parse(History, JSON.parse(text)));
  } while (pages.at(-1)!.hasMore);
  expect(pages).toHaveLength(4);
  const seqs = pages.flatMap(({ entries }) => entries.map(({ seq }) => seq));
  expect(seqs).toHaveLength(61);
  expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b));
});
