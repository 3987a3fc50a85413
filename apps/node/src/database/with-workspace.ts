import { type Database, isCurrent } from '@chat-ticket/storage';
import type { Config } from '../config/parse-config.ts';
import { openDatabases } from './open-databases.ts';

/** Does something with a workspace’s database, which must have been migrated, and closes it. */
export async function withWorkspace<Result>(
  config: Config,
  workspace: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const databases = openDatabases(config);
  try {
    const database = await databases.open(workspace);
    if (!database || !(await isCurrent(database)))
      throw new Error(
        `the workspace ${workspace} is not ready: run \`chat-ticket migrate --workspace ${workspace}\``,
      );
    return await work(database);
  } finally {
    await databases.close();
  }
}
