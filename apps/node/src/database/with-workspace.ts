import { isCurrent, type Send, sendTo } from '@chat-ticket/storage';
import type { Config } from '../config/parse-config.ts';
import { openDatabases } from './open-databases.ts';

/** Opens a workspace’s database, which must be migrated, runs `work` with `send` to it, and closes it. */
export async function withWorkspace<Result>(
  config: Config,
  workspace: string,
  work: (send: Send) => Promise<Result>,
): Promise<Result> {
  const databases = openDatabases(config);
  try {
    const database = await databases.open(workspace);
    const send = database && sendTo(database);
    if (!send || !(await isCurrent(send)))
      throw new Error(
        `the workspace ${workspace} is not ready: run \`chat-ticket migrate --workspace ${workspace}\``,
      );
    return await work(send);
  } finally {
    await databases.close();
  }
}
