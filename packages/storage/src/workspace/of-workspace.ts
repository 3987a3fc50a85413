import { failIf, isRefusal, refusedValue } from '../command/refusal.ts';
import { type Database, DatabaseUnavailable } from '../database.ts';

/** The database belongs to another workspace. The batch read and wrote nothing. */
export class WorkspaceMismatch extends Error {
  override readonly name = 'WorkspaceMismatch';

  /** The workspace that the database belongs to. */
  readonly owner: string;

  constructor(workspace: string, owner: string) {
    super(
      `The database of the workspace ${workspace} belongs to another workspace, ${owner}. Check DATABASE_URL, or where the file is from.`,
    );
    this.owner = owner;
  }
}

/** The server has no database for the workspace. */
export class WorkspaceUnknown extends Error {
  override readonly name = 'WorkspaceUnknown';

  constructor(workspace: string, options: ErrorOptions) {
    super(
      `The server has no database for the workspace ${workspace}. Create one, or check the workspace in the token.`,
      options,
    );
  }
}

const mark = 'workspace_mismatch';
const failIfForeign = failIf<{ workspace: string }>(mark, 'workspace', 'desk where workspace <> :workspace');

// The engines give these errors the code of any wrong statement. The tests run every statement on the whole schema.
const isSchemaOutdated = (error: unknown): boolean =>
  error instanceof Error && /no such (table|column)|has no column named/.test(error.message);

/**
 * Decorates the database of a workspace. Each batch first checks that the database belongs to it, in the same trip.
 *
 * @throws {DatabaseUnavailable} From `batch`, also if the schema lacks what a statement needs.
 * @throws {WorkspaceMismatch} From `batch`, which then reads and writes nothing.
 * @throws {WorkspaceUnknown} From `batch`, if the database does not exist. The workspace `default` is the desk’s own: without
 * its database the desk is not ready, so it gets `DatabaseUnavailable`.
 */
export const ofWorkspace = (db: Database, workspace: string): Database => ({
  batch: async (statements, mode) => {
    try {
      return (await db.batch([failIfForeign.bind({ workspace }), ...statements], mode)).slice(1);
    } catch (error) {
      if (isRefusal(error, mark)) throw new WorkspaceMismatch(workspace, refusedValue(error, mark));
      const isMissing = error instanceof DatabaseUnavailable && error.fault === 'no_database';
      if (isMissing && workspace !== 'default') throw new WorkspaceUnknown(workspace, { cause: error });
      if (isSchemaOutdated(error)) throw new DatabaseUnavailable('schema_outdated', { cause: error });
      throw error;
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
