import { setTimeout as sleep } from 'node:timers/promises';
import { defaultSettings } from '@chat-ticket/contract';
import { createClient, unwrap } from '@chat-ticket/client';
import { createTicket, getTicket, putSettings, send, setAgentStatus } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import { issueToken } from '@chat-ticket/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeEach(async () => {
  edge = await startEdge();
});
afterEach(() => edge.stop());

const queues = [{ ...defaultSettings.queues[0]!, pickTimeoutSeconds: 1 }];
const patient = { timeout: 15_000, interval: 200 };

const clientOf = (role: 'agent' | 'service', sub: string) =>
  createClient({ baseUrl: edge.url, token: () => issueToken({ secret, role, sub }) });

const command = () => ({
  changeId: crypto.randomUUID(),
  now: Date.now(),
  actorRole: 'service',
  actorId: 'test',
});

it('acts on a deadline in an alarm: an offer that is not picked goes to the next agent', async () => {
  const service = clientOf('service', 'backend');
  unwrap(await service.putSettings({ queues }));
  for (const agent of ['ann', 'ben']) unwrap(await clientOf('agent', agent).setOnline());
  const { id, agentId } = unwrap(await service.createTicket({ customer: { id: 'c' } }));
  expect(agentId).toBe('ann');
  await vi.waitFor(async () => {
    expect(unwrap(await service.getTicket({ ticketID: id })).agentId).toBe('ben');
  }, patient);
});

it('acts on the deadline of a write that follows an alarm at once', async () => {
  const service = clientOf('service', 'backend');
  const agent = clientOf('agent', 'ann');
  const wrapUp = [{ ...defaultSettings.queues[0]!, wrapUpSeconds: 1 }];
  unwrap(await service.putSettings({ queues: wrapUp }));
  unwrap(await agent.setOnline());
  const take = async (id: string) => unwrap(await service.createTicket({ customer: { id } }));
  const [first, second] = [await take('c'), await take('d')];
  await sleep(2_500);
  unwrap(await agent.setPickedTime({ ticketID: first.id }));
  await sleep(500);
  // An alarm ends its wrap-up shortly after the next write.
  unwrap(await agent.closeRoom({ roomID: first.metadata.roomId }));
  await sleep(800);
  unwrap(await agent.setPickedTime({ ticketID: second.id }));
  await sleep(600);
  unwrap(await agent.closeRoom({ roomID: second.metadata.roomId }));
  await vi.waitFor(async () => {
    expect(unwrap(await service.getTicket({ ticketID: second.id })).status).toBe('CLOSED');
  }, patient);
});

it('acts on a deadline without an alarm when the cron runs', async () => {
  const db = openHttpDatabase(edge.database);
  await send(db, putSettings, { ...command(), settings: { ...defaultSettings, queues }, ifVersion: null });
  for (const ref of ['ann', 'ben'])
    await send(db, setAgentStatus, {
      ...command(),
      ref,
      self: ref,
      status: 'online',
      leaseUntil: Date.now() + 60_000,
      create: { email: null, name: null, mayJoin: false },
    });
  const own = command();
  await send(db, createTicket, {
    ...own,
    scope: 'test',
    key: own.changeId,
    bodyHash: '',
    roomId: 'room',
    priority: 0,
    entityId: '',
    language: null,
    ccr: null,
    orderId: '',
    customerId: 'c',
    status: 'CREATED' as const,
    customerFirstName: null,
    customerLastName: null,
    customerName: null,
    content: {},
  });
  const holder = async () => (await send(db, getTicket, { ticketId: own.changeId })).ticket?.agentId;
  await sleep(2_500);
  expect(await holder()).toBe('ann');

  expect((await fetch(`${edge.url}/cdn-cgi/handler/scheduled`)).status).toBe(200);
  await vi.waitFor(async () => expect(await holder()).toBe('ben'), patient);
});
