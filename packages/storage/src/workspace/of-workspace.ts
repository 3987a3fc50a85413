import { failIf, isRefusal } from '../command/refusal.ts';
import type { Database } from '../database.ts';

/** The database belongs to another workspace. The batch read and wrote nothing. */
export class WorkspaceMismatch extends Error {
  override readonly name = 'WorkspaceMismatch';

  constructor(workspace: string) {
    super(
      `The database of the workspace ${workspace} belongs to another workspace. Check DATABASE_URL, or where the file is from.`,
    );
  }
}

const mark = 'workspace_mismatch';
const failIfForeign = failIf<{ workspace: string }>(mark, 'workspace', 'desk where workspace <> :workspace');

/**
 * Decorates the database of a workspace. Each batch first checks that the database belongs to it, in the same trip.
 *
 * @throws {WorkspaceMismatch} From `batch`, which then reads and writes nothing.
 */
export const ofWorkspace = (db: Database, workspace: string): Database => ({
  batch: async (statements, mode) => {
    try {
      return (await db.batch([failIfForeign.bind({ workspace }), ...statements], mode)).slice(1);
    } catch (error) {
      throw isRefusal(error, mark) ? new WorkspaceMismatch(workspace) : error;
    }
  },
});

/**
 * Records that the database belongs to the workspace, if it has no owner yet.
 *
 * @throws {WorkspaceMismatch} The database belongs to another workspace.
 */
export async function claimDatabase(db: Database, workspace: string): Promise<void> {
  const [owner] = await ofWorkspace(db, workspace).batch(['select workspace from desk'], 'read');
  if (owner!.rows.length > 0) return;
  const claim = {
    sql: 'insert into desk (id, workspace) values (1, ?) on conflict do nothing',
    args: [workspace],
  };
  await db.batch([claim], 'write');
  await ofWorkspace(db, workspace).batch([], 'read');
}
