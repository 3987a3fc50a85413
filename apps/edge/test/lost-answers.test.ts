// Shows on `wrangler dev` that a write happens once when the database commits it and the response is lost. A proxy
// between the Worker and the database breaks the connection after the commit. The Worker sends the batch again.
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startEdge, secret } from './start-edge.ts';
import { startLossyProxy } from './lossy-proxy.ts';

let proxy: Awaited<ReturnType<typeof startLossyProxy>> | undefined;
let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge({
    proxyDatabase: async (url) => {
      proxy = await startLossyProxy(url);
      return proxy.url;
    },
  });
});
afterAll(async () => {
  await edge.stop();
  await proxy?.stop();
});

const clientOf = (role: 'agent' | 'service', sub: string) =>
  createClient({ baseUrl: edge.url, token: () => issueToken({ secret, role, sub }), retries: 0 });

/** Loses the answer to the first batch of the call, and checks that it is sent again and refused. */
async function losingTheAnswer<T>(call: () => Promise<T>): Promise<T> {
  proxy!.loseNext('command_repeated');
  const result = await call();

  // The lost batch, the same batch again, and the question for its answer.
  expect(proxy!.requests).toHaveLength(3);
  expect(proxy!.requests[1]).toBe(proxy!.requests[0]);
  expect(proxy!.requests[2]).not.toContain('command_repeated');
  return result;
}

it('makes each write once, returns its result and publishes its events', async () => {
  const service = clientOf('service', 'backend');
  const agent = clientOf('agent', 'ann');
  const published: string[] = [];
  const states: string[] = [];
  const live = clientOf('service', 'follower').live({
    onEvent: ({ type }) => published.push(type),
    onReset: async () => {},
    onState: (state) => states.push(state),
  });
  await vi.waitFor(() => expect(states).toContain('live'), { timeout: 15_000 });

  unwrap(await losingTheAnswer(() => agent.setOnline()));
  const ticket = unwrap(await losingTheAnswer(() => service.createTicket({ customer: { id: 'c' } })));
  expect(ticket).toMatchObject({ status: 'ASSIGNED', agentId: 'ann' });
  const ticketID = ticket.id;
  const roomID = ticket.metadata.roomId;
  expect(unwrap(await losingTheAnswer(() => agent.setPickedTime({ ticketID }))).metadata).toHaveProperty(
    'pickedTimestamp',
  );
  const message = await losingTheAnswer(() =>
    agent.sendMessage({ roomID, clientMessageId: 'm1', text: 'hello' }),
  );
  expect(message).toMatchObject({ status: 201, data: { seq: 1 } });
  const { version } = unwrap(await service.getSettings());
  expect(unwrap(await losingTheAnswer(() => service.putSettings({}))).version).toBe(version + 1);
  expect(unwrap(await losingTheAnswer(() => service.closeTicket({ ticketID }))).status).toBe('CLOSED');

  const { events } = unwrap(await service.listEvents({ after: 0, limit: 100 }));
  const types = events.map(({ type }) => type);
  expect(types).toEqual([
    'agent.status_changed',
    'agent.connected',
    'ticket.created',
    'ticket.assigned',
    'ticket.picked',
    'message.posted',
    'settings.changed',
    'ticket.closed',
  ]);
  await vi.waitFor(() => expect(published).toEqual(types), { timeout: 15_000 });
  live.close();
});
