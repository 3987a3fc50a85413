import type { ErrorDocument } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { openDesk } from '../../test/open-desk.ts';

type OpenDesk = Awaited<ReturnType<typeof openDesk>>;

const setLimits = async (desk: OpenDesk, limits: Record<string, number>) => {
  const response = await desk.call('service', 'backend', 'PUT', '/v1/settings', { limits });
  expect(response.status).toBe(200);
};

/** The statuses of so many calls, one after the other. */
async function statuses(count: number, call: () => Promise<Response> | Response): Promise<number[]> {
  const seen: number[] = [];
  for (let i = 0; i < count; i++) seen.push((await call()).status);
  return seen;
}

const post = (desk: OpenDesk, role: 'customer' | 'agent' | 'service', sub: string, roomId: string) =>
  desk.call(
    role,
    sub,
    'POST',
    `/v1/rooms/${roomId}/messages`,
    { clientMessageId: crypto.randomUUID(), text: 'Hello' },
    role === 'customer' ? { room: roomId } : {},
  );

async function openRoom(desk: OpenDesk, customer = 'c'): Promise<string> {
  const response = await desk.call('service', 'backend', 'POST', '/v1/tickets', {
    customer: { id: customer },
  });
  const ticket = (await response.json()) as { metadata: { roomId: string } };
  return ticket.metadata.roomId;
}

describe('the limits of a workspace', () => {
  it('refuse the calls of a person above the limit, with the limit and the seconds to wait', async () => {
    const desk = await openDesk();
    await setLimits(desk, { callsPerPersonPerMinute: 60 });
    const info = (sub: string) => () => desk.call('supervisor', sub, 'GET', '/v1/statuses');
    expect(await statuses(61, info('eve'))).toEqual([...Array<number>(60).fill(200), 429]);
    const refused = await info('eve')();
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(((await refused.json()) as ErrorDocument).errors).toMatchObject([
      {
        status: '429',
        title: 'too many requests',
        code: 'rate_limited',
        meta: { limit: 'callsPerPersonPerMinute' },
      },
    ]);
    expect(await statuses(1, info('fay'))).toEqual([200]);
    desk.clock.now += 2_000;
    expect(await statuses(3, info('eve'))).toEqual([200, 200, 429]);
  });

  it('do not limit a service as a person, but with its workspace', async () => {
    const desk = await openDesk();
    await setLimits(desk, { callsPerPersonPerMinute: 60, callsPerWorkspacePerMinute: 600 });
    const settings = () => desk.call('service', 'backend', 'GET', '/v1/statuses');
    const seen = await statuses(700, settings);
    expect(seen.indexOf(429)).toBe(599);
    expect(seen.slice(0, 599).every((status) => status === 200)).toBe(true);
    expect((await desk.call('agent', 'ann', 'GET', '/v1/info')).status).toBe(429);
  });

  it('refuse the messages of a person above the limit, over all rooms', async () => {
    const desk = await openDesk();
    const rooms = [await openRoom(desk, 'c1'), await openRoom(desk, 'c2')];
    await setLimits(desk, { messagesPerPersonPerMinute: 4 });
    const seen: number[] = [];
    for (let i = 0; i < 6; i++) seen.push((await post(desk, 'customer', 'c', rooms[i % 2]!)).status);
    expect(seen).toEqual([201, 201, 201, 201, 429, 429]);
    expect((await post(desk, 'customer', 'another', rooms[0]!)).status).toBe(201);
  });

  it('refuse the messages to a room above the limit, of every sender', async () => {
    const desk = await openDesk();
    const room = await openRoom(desk);
    await setLimits(desk, { messagesPerRoomPerMinute: 3 });
    const senders = ['customer', 'service', 'customer', 'service'] as const;
    const seen: number[] = [];
    for (const role of senders) seen.push((await post(desk, role, 'x', room)).status);
    expect(seen).toEqual([201, 201, 201, 429]);
  });

  it('do not count a message to a room that cannot exist, but its call', async () => {
    const desk = await openDesk();
    const room = await openRoom(desk);
    await setLimits(desk, { messagesPerPersonPerMinute: 1, callsPerPersonPerMinute: 60 });
    const path = `/v1/rooms/${'r'.repeat(9_000)}/messages`;
    const seen = await statuses(61, () => desk.call('customer', 'c', 'POST', path, {}, { room }));
    expect(seen).toEqual([...Array<number>(60).fill(400), 429]);
    desk.clock.now += 60_000;
    expect((await post(desk, 'customer', 'c', room)).status).toBe(201);
  });

  it('do not count what the desk refuses against the room', async () => {
    const desk = await openDesk();
    const room = await openRoom(desk);
    await setLimits(desk, { messagesPerRoomPerMinute: 2 });
    const path = `/v1/rooms/${room}/messages`;
    const body = { clientMessageId: 'm', text: 'Hello' };
    const stranger = () => desk.call('customer', 'mallory', 'POST', path, body, { room: 'another' });
    expect((await statuses(5, stranger)).every((status) => status === 403 || status === 404)).toBe(true);
    expect(await statuses(3, () => post(desk, 'customer', 'c', room))).toEqual([201, 201, 429]);
  });

  it('are exact for calls that arrive at once', async () => {
    const desk = await openDesk();
    const room = await openRoom(desk);
    await setLimits(desk, { messagesPerPersonPerMinute: 10 });
    const responses = await Promise.all(Array.from({ length: 40 }, () => post(desk, 'customer', 'c', room)));
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(30);
  });

  it('need no second trip, and follow a change by another process within 10 s', async () => {
    let trips = 0;
    const desk = await openDesk({
      wrapDatabase: (db) => ({
        batch: (statements, mode) => {
          trips += 1;
          return db.batch(statements, mode);
        },
      }),
    });
    const { roomId } = await openChat(desk);
    const before = trips;
    await post(desk, 'customer', 'c', roomId);
    expect(trips - before).toBe(1);
    // Another process saves settings.
    await desk.db.batch(
      [
        `update settings set document = json_set(document, '$.limits', json('{"messagesPerPersonPerMinute":1}'))`,
      ],
      'write',
    );
    desk.clock.now += 60_000;
    // This call reads the limits with its own trip.
    expect((await post(desk, 'customer', 'c', roomId)).status).toBe(201);
    expect(trips - before).toBe(2);
    expect((await post(desk, 'customer', 'c', roomId)).status).toBe(429);
  });

  it('have their defaults in settings that were saved without them', async () => {
    const desk = await openDesk();
    await desk.db.batch([`update settings set document = json_remove(document, '$.limits')`], 'write');
    const shown = await (await desk.call('service', 'backend', 'GET', '/v1/settings')).json();
    expect(shown).toMatchObject({ settings: { limits: { messagesPerPersonPerMinute: 600 } } });
  });
});

const openWith = async () => {
  const desk = await openDesk({
    app: { failedTokensPerMinute: 3, clientAddress: (headers) => headers.get('X-Address') ?? undefined },
  });
  const send = (address: string, token = 'a.b.c') =>
    desk.app.request('/cs-chat-ticket/v1/info', {
      headers: { 'X-Address': address, Authorization: `Bearer ${token}` },
    });
  return { desk, send };
};

describe('forged tokens', () => {
  it('of one address are refused with 429 above the limit, those of another are not', async () => {
    const { desk, send } = await openWith();
    expect(await statuses(5, () => send('1.1.1.1'))).toEqual([401, 401, 401, 429, 429]);
    expect(await statuses(1, () => send('2.2.2.2'))).toEqual([401]);
    const refused = (await (await send('1.1.1.1')).json()) as ErrorDocument;
    expect(refused.errors[0]?.meta).toEqual({ limit: 'failedTokensPerAddress' });
    desk.clock.now += 20_000;
    expect(await statuses(2, () => send('1.1.1.1'))).toEqual([401, 429]);
  });

  it('do not stop the valid tokens of the same address', async () => {
    const { desk, send } = await openWith();
    await statuses(5, () => send('1.1.1.1'));
    const headers = { 'X-Address': '1.1.1.1' };
    const response = await desk.call('supervisor', 'eve', 'GET', '/v1/statuses', undefined, {}, headers);
    expect(response.status).toBe(200);
  });

  it('of live connections count as well', async () => {
    const { desk, send } = await openWith();
    await statuses(3, () => send('1.1.1.1'));
    const response = await desk.app.request('/cs-chat-ticket/v1/live', {
      headers: { 'X-Address': '1.1.1.1', 'Sec-WebSocket-Protocol': 'chat-ticket.v1, bearer.a.b.c' },
    });
    expect(response.status).toBe(429);
  });
});
