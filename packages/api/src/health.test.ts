import { ErrorDocument } from '@chat-ticket/contract';
import {
  type Database,
  type DatabaseFault,
  databaseFaults,
  DatabaseUnavailable,
  ofWorkspace,
} from '@chat-ticket/storage';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { openDesk } from '../test/open-desk.ts';

/** A desk whose database fails writes with `state.fault`, and the number of writes. */
async function openFaultyDesk() {
  const state: { fault: DatabaseFault | undefined; writes: number } = { fault: undefined, writes: 0 };
  const wrapDatabase = (db: Database): Database => ({
    batch: async (statements, mode) => {
      if (mode === 'write') state.writes += 1;
      if (mode === 'write' && state.fault) throw new DatabaseUnavailable(state.fault);
      return db.batch(statements, mode);
    },
  });
  return { desk: await openDesk({ wrapDatabase }), state };
}

const errorOf = async (response: Response) => v.parse(ErrorDocument, await response.json()).errors[0]!;

it.each(Object.keys(databaseFaults) as DatabaseFault[])(
  'reports %s on /readyz, and refuses writes with 503',
  async (fault) => {
    const { desk, state } = await openFaultyDesk();
    state.fault = fault;
    const response = await desk.app.request('/readyz');
    expect(response.status).toBe(503);
    expect(await errorOf(response)).toMatchObject({
      code: 'database_unavailable',
      detail: databaseFaults[fault],
      meta: { databaseFault: fault },
    });
    const write = await desk.call('service', 'shop', 'POST', '/v1/tickets', { customer: { id: 'c' } });
    expect(write.status).toBe(503);
    expect(write.headers.get('Retry-After')).toMatch(/^10?$/);
    expect(await errorOf(write)).not.toHaveProperty('meta');
    expect(desk.logged.at(-1)).toMatchObject({ level: 'error', error: { fault } });
  },
);

it('reports on /readyz that the database belongs to another workspace', async () => {
  const desk = await openDesk({ wrapDatabase: (db) => ofWorkspace(db, 'acme') });
  const response = await desk.app.request('/readyz');
  expect(response.status).toBe(503);
  expect((await errorOf(response)).meta).toEqual({ databaseFault: 'other_workspace' });
});

it('writes at most every 10 s, however often /readyz is called', async () => {
  const { desk, state } = await openFaultyDesk();
  for (let i = 0; i < 5; i++) expect((await desk.app.request('/readyz')).status).toBe(200);
  expect(state.writes).toBe(1);
  desk.clock.now += 10_000;
  await desk.app.request('/readyz');
  expect(state.writes).toBe(2);
});

it('is not ready from the first write that failed', async () => {
  const { desk, state } = await openFaultyDesk();
  expect((await desk.app.request('/readyz')).status).toBe(200);
  state.fault = 'read_only';
  await desk.call('service', 'shop', 'POST', '/v1/tickets', { customer: { id: 'c' } });
  expect((await desk.app.request('/readyz')).status).toBe(503);
});

it('is not ready on a disk without space, also between two writes', async () => {
  let isFull = false;
  const checkSpace = () => {
    if (isFull) throw new DatabaseUnavailable('disk_full');
  };
  const desk = await openDesk({ wrapDatabase: (db) => ({ ...db, checkSpace }) });
  expect((await desk.app.request('/readyz')).status).toBe(200);
  isFull = true;
  expect((await errorOf(await desk.app.request('/readyz'))).meta).toEqual({ databaseFault: 'disk_full' });
});

it('is ready again a second after the database takes writes again', async () => {
  const { desk, state } = await openFaultyDesk();
  state.fault = 'disk_full';
  expect((await desk.app.request('/readyz')).status).toBe(503);
  state.fault = undefined;
  desk.clock.now += 1_000;
  expect((await desk.app.request('/readyz')).status).toBe(200);
});
