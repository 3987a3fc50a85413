import { DatabaseUnavailable } from '@chat-ticket/storage';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { openHub } from '../../test/open-hub.ts';
import { logRecord } from './log-record.ts';
import { sweepLine } from './sweep-line.ts';

it('logs the path of a request without a route', async () => {
  const desk = await openDesk();
  await desk.app.request(`/nothing/${'x'.repeat(500)}?token=secret`);
  const [line] = desk.logged;
  expect(line).toMatchObject({ level: 'info', message: 'request', status: 404, code: 'route_not_found' });
  expect(line!['path']).toMatch(/^\/nothing\/x{191}$/);
});

it('names the ticket, the room and the agent of a request', async () => {
  const desk = await openDesk();
  const created = await desk.call('service', 'shop', 'POST', '/v1/tickets', { customer: { id: 'c' } });
  const { id, metadata } = (await created.json()) as { id: string; metadata: { roomId: string } };
  expect(desk.logged.at(-1)).toMatchObject({ ticketId: id, roomId: metadata.roomId });
  await desk.call('service', 'shop', 'GET', `/v1/tickets/${id}`);
  expect(desk.logged.at(-1)).toMatchObject({ route: expect.any(String), ticketId: id });
  await desk.call('service', 'shop', 'GET', `/v1/rooms/${metadata.roomId}`);
  expect(desk.logged.at(-1)).toMatchObject({ roomId: metadata.roomId });
  await desk.call('supervisor', 'sam', 'PUT', '/v1/agents/ann/status', { status: 'busy' });
  expect(desk.logged.at(-1)).toMatchObject({ agentId: 'ann' });
});

it('logs a probe that succeeds at debug', async () => {
  const desk = await openDesk();
  for (const path of ['/healthz', '/readyz']) await desk.app.request(path);
  expect(desk.logged.map(({ level }) => level)).toEqual(['debug', 'debug']);
});

it('logs a live connection with status 101, and its close with the side and the reason', async () => {
  const desk = await openHub();
  const bySide = await desk.follow({ role: 'supervisor', sub: 'sam' });
  bySide.connection.receive('no frame');
  const byClient = await desk.follow({ role: 'service', sub: 'shop' });
  byClient.connection.handleClose(1001);
  const common = {
    level: 'info',
    message: 'live connection closed',
    requestId: 'live',
    workspace: 'default',
  };
  expect(desk.logged.filter(({ message }) => message === common.message)).toEqual([
    {
      ...common,
      connectionId: bySide.connection.id,
      role: 'supervisor',
      caller: 'sam',
      closeCode: 4400,
      closedBy: 'desk',
      reason: 'frame_invalid',
    },
    {
      ...common,
      connectionId: byClient.connection.id,
      role: 'service',
      caller: 'shop',
      closeCode: 1001,
      closedBy: 'client',
    },
  ]);
});

it('logs what a sweep has done, and nothing when it did nothing', () => {
  const event = { ticketId: 't', agentId: 'ann', roomId: 'r', seq: 1, at: 0, data: {}, previousSeq: null };
  const events = [
    { ...event, type: 'ticket.missed', actorRole: 'system', actorId: 'sweep' },
    { ...event, type: 'ticket.assigned', actorRole: 'system', actorId: 'sweep', agentId: 'ben' },
  ] as never;
  expect(sweepLine('acme', [])).toBeUndefined();
  expect(sweepLine('acme', events)).toEqual({
    level: 'info',
    message: 'sweep',
    requestId: 'sweep',
    workspace: 'acme',
    events: { 'ticket.missed': 1, 'ticket.assigned': 1 },
    ticketIds: ['t'],
    roomIds: ['r'],
    agentIds: ['ann', 'ben'],
  });
});

it('writes time, level, message and a described error, in the same fields on every runtime', () => {
  const error = new DatabaseUnavailable('disk_full', {
    cause: Object.assign(new Error('x'), { code: 'SQLITE_FULL' }),
  });
  const record = logRecord({ level: 'error', message: 'sweep failed', requestId: 'sweep', error }, 0);
  expect(record).toMatchObject({
    time: '1970-01-01T00:00:00.000Z',
    level: 'error',
    message: 'sweep failed',
    requestId: 'sweep',
    error: {
      type: 'DatabaseUnavailable',
      fault: 'disk_full',
      stack: expect.any(String),
      cause: { type: 'Error', message: 'x', code: 'SQLITE_FULL' },
    },
  });
});
