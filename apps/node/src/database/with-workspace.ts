import { isCurrent, type Send, sendTo } from '@chat-ticket/storage';
import type { Config } from '../config/parse-config.ts';
import { namingVariable } from './naming-variable.ts';
import { openDatabases } from './open-databases.ts';
import { requireDatabase } from './require-database.ts';

/**
 * Passes `send`, which sends commands to the database of a workspace, to `work`, then closes the database. Throws when
 * the database is missing or not migrated. With `mayCreate` it creates a missing embedded database of `default`.
 */
export async function withWorkspace<Result>(
  config: Config,
  workspace: string,
  work: (send: Send) => Promise<Result>,
  { mayCreate = false }: { mayCreate?: boolean } = {},
): Promise<Result> {
  const databases = openDatabases(config);
  try {
    if (!mayCreate) requireDatabase(config, workspace);
    const database = await namingVariable(config, () => databases.open(workspace));
    const send = database && sendTo(database);
    if (!send || !(await isCurrent(send)))
      throw new Error(
        `The workspace ${workspace} is not ready. Run \`chat-ticket migrate --workspace ${workspace}\`.`,
      );
    return await work(send);
  } finally {
    await databases.close();
  }
}
