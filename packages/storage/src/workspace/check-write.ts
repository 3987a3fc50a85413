import type { Database } from '../database.ts';

const probe = [
  `insert into migrations (id, name, hash, applied_at) values (0, 'probe', '', 0)`,
  'delete from migrations where id = 0',
];

/**
 * Commits a write that changes nothing: the database must take the lock, append to its log and sync it.
 *
 * @throws {DatabaseUnavailable} The database cannot be written.
 */
export const checkWrite = async (db: Database): Promise<void> => void (await db.batch(probe, 'write'));
