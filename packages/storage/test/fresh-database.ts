import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, migrate } from '../src/index.ts';
import { openFileDatabase } from '../src/node/open-file-database.ts';

export type FreshDatabase = Database & {
  /** `file:` URL. */
  url: string;
  /** The rows of a select. */
  rows(sql: string): Promise<unknown[][]>;
};

/** A migrated database in a new file. The file is deleted when the test ends. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const url = `file:${join(folder, 'desk.db')}`;
  const db = await openFileDatabase({ url });
  await migrate(db, () => 0);
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  return {
    ...db,
    url,
    rows: async (sql) => {
      const [result] = await db.batch([sql], 'read');
      return result!.rows.map((row) => Array.from({ length: result!.columns.length }, (_, i) => row[i]));
    },
  };
}
