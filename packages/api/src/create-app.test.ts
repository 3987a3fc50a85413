import { ErrorDocument, type Role } from '@chat-ticket/contract';
import { type Database, DatabaseUnavailable, ofWorkspace } from '@chat-ticket/storage';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../test/open-desk.ts';

const failing = (error: Error) => (): Database => ({ batch: () => Promise.reject(error) });

describe('createApp', () => {
  it.each([
    ['GET', '/v1/info'],
    ['GET', '/v1/tickets'],
    ['PUT', '/v1/online'],
    ['PUT', '/v1/offline'],
    ['PUT', '/v1/status', { status: 'busy' }],
    ['DELETE', '/v1/rooms/r'],
    ['PUT', '/v1/tickets/t/pickedTime'],
    ['GET', '/v1/tickets/t'],
    ['POST', '/v1/tickets/t/close'],
    ['POST', '/v1/tickets/t/decline', {}],
    ['POST', '/v1/tickets/t/transfer', { agentId: 'ben' }],
    ['POST', '/v1/tickets/t/transfer', { queueId: 'default' }],
    ['POST', '/v1/tickets/t/escalate', {}],
    ['POST', '/v1/tickets/t/requeue', {}, 'supervisor'],
    ['PUT', '/v1/tickets/t/status', { status: 'ERROR' }, 'service'],
    ['PUT', '/v1/tickets/t/status', { status: 'UPDATE_FIELD', fields: { priority: 1 } }, 'service'],
    ['PUT', '/v1/agents/ann/status', { status: 'busy' }, 'supervisor'],
    ['POST', '/v1/agents/ann/drain', {}, 'supervisor'],
  ] as [string, string, unknown?, Role?][])(
    'reveals nothing of an unknown error of %s %s, and logs it whole',
    async (method, path, body, role = 'agent') => {
      const inside = new Error('SQLITE_CORRUPT in select secret from agents at /srv/desk.ts');
      const desk = await openDesk({ wrapDatabase: failing(inside) });
      const response = await desk.call(role, 'ann', method, path, body);
      expect(response.status).toBe(500);
      const text = await response.text();
      expect(v.parse(ErrorDocument, JSON.parse(text)).errors).toMatchObject([
        {
          status: '500',
          title: 'internal server error',
          code: 'internal_error',
          id: response.headers.get('X-Request-Id'),
        },
      ]);
      expect(text).not.toMatch(/secret|select|SQLITE|\.ts|\/srv/);
      expect(desk.logged).toMatchObject([{ level: 'error', status: 500, error: inside }]);
    },
  );

  it('answers 503 with Retry-After while the database does not answer', async () => {
    const desk = await openDesk({ wrapDatabase: failing(new DatabaseUnavailable('no_answer')) });
    const response = await desk.call('agent', 'ann', 'GET', '/v1/info');
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('1');
    expect(v.parse(ErrorDocument, await response.json()).errors[0]?.code).toBe('database_unavailable');
  });

  it('is alive, but not ready, without a database', async () => {
    const desk = await openDesk({ wrapDatabase: failing(new DatabaseUnavailable('no_answer')) });
    expect((await desk.app.request('/healthz')).status).toBe(200);
    expect((await desk.app.request('/readyz')).status).toBe(503);
  });

  it('is not ready on an outdated schema', async () => {
    const desk = await openDesk();
    await desk.db.batch(['delete from migrations where id = (select max(id) from migrations)'], 'write');
    const response = await desk.app.request('/readyz');
    expect(v.parse(ErrorDocument, await response.json()).errors[0]?.code).toBe('schema_outdated');
  });

  it('answers 503 with Retry-After until the database is migrated', async () => {
    const desk = await openDesk({ wrapDatabase: (db) => ofWorkspace(db, 'default') });
    await desk.db.batch(['drop table agents'], 'write');
    const response = await desk.call('agent', 'ann', 'GET', '/v1/info');
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
    expect(v.parse(ErrorDocument, await response.json()).errors[0]?.code).toBe('database_unavailable');
  });

  it('lets pages of the listed origins call it, and no others', async () => {
    const desk = await openDesk({ corsOrigins: ['https://desk.example'] });
    const allowed = async (origin: string) =>
      (await desk.app.request('/healthz', { headers: { Origin: origin } })).headers.get(
        'Access-Control-Allow-Origin',
      );
    expect(await allowed('https://desk.example')).toBe('https://desk.example');
    for (const origin of ['https://desk.example.evil.test', 'http://desk.example', 'null'])
      expect(await allowed(origin)).toBeNull();
  });

  it('writes one log line for a request, without its token', async () => {
    const desk = await openDesk();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    expect(desk.logged).toHaveLength(1);
    expect(desk.logged[0]).toMatchObject({
      method: 'PUT',
      route: '/cs-chat-ticket/v1/online',
      status: 200,
      caller: 'ann',
    });
    expect(JSON.stringify(desk.logged)).not.toMatch(/Bearer|eyJ/);
  });
});
