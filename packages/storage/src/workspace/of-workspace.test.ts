import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { getTicket, isCurrent, migrate, ofWorkspace, send, sendTo, WorkspaceMismatch } from '../index.ts';

const now = () => 0;

it('serves the workspace that the database was migrated for, and no other', async () => {
  const db = await freshDatabase();
  const find = (workspace: string) => send(ofWorkspace(db, workspace), getTicket, { ticketId: 'none' });
  await expect(find('default')).resolves.toEqual({ ticket: null });
  await expect(find('acme')).rejects.toThrow(WorkspaceMismatch);
});

it('writes nothing into the database of another workspace', async () => {
  const db = await freshDatabase();
  const insert = 'insert into agent_statuses (id, position, alias, is_routable) values (1, 1, 1, 1)';
  await expect(ofWorkspace(db, 'acme').batch([insert], 'write')).rejects.toThrow(WorkspaceMismatch);
  expect(await db.rows('select count(*) from agent_statuses where id = 1')).toEqual([[0]]);
});

it('does not migrate the database of another workspace', async () => {
  const db = await freshDatabase();
  await expect(migrate(db, now, 'acme')).rejects.toThrow(
    'The database of the workspace acme belongs to another workspace, default.',
  );
  expect(await migrate(db, now)).toEqual([]);
});

it('gives a database without an owner to the workspace that migrates it first', async () => {
  const db = await freshDatabase();
  await db.batch(['delete from desk'], 'write');
  await migrate(db, now, 'acme');
  expect(await db.rows('select workspace from desk')).toEqual([['acme']]);
  await expect(migrate(db, now, 'other')).rejects.toThrow(WorkspaceMismatch);
});

it.each(['select version from not_yet', 'select not_yet from desk', 'update desk set not_yet = 1'])(
  'throws DatabaseUnavailable if the schema lacks what a statement needs: %s',
  async (statement) => {
    const db = ofWorkspace(await freshDatabase(), 'default');
    await expect(db.batch([statement], 'write')).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      fault: 'schema_outdated',
    });
  },
);

it('lets isCurrent see that a database was never migrated', async () => {
  const db = await freshDatabase();
  await db.batch(['drop table desk'], 'write');
  expect(await isCurrent(sendTo(ofWorkspace(db, 'default')))).toBe(false);
});
