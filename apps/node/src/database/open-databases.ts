import { type Database, migrate } from '@chat-ticket/storage';
import type { Config } from '../config/parse-config.ts';
import { databaseUrl } from './database-url.ts';
import { existingWorkspaces } from './existing-workspaces.ts';
import { isEmbedded, databaseExists, type OpenDatabase, openDatabase } from './open-database.ts';

export type Databases = {
  /** The workspace’s database, or undefined when it is not served here. */
  open(workspace: string): Promise<Database | undefined>;
  /** Those whose deadlines are to be kept: the default one, what has been asked for, what lies in the folder. */
  workspaces(): Iterable<string>;
  close(): Promise<void>;
};

/** One database for each workspace. An embedded one is migrated when it is opened. */
export function openDatabases(config: Config): Databases {
  const opened = new Map<string, Promise<OpenDatabase>>();
  const workspaces = new Set(['default', ...existingWorkspaces(config)]);

  const openEmbedded = async (url: string) => {
    const database = await openDatabase(config, url);
    await migrate(database, Date.now);
    return database;
  };

  return {
    open: async (workspace) => {
      const url = databaseUrl(config, workspace);
      if (url === undefined) return undefined;
      if (isEmbedded(url) && workspace !== 'default' && !databaseExists(url)) return undefined;
      workspaces.add(workspace);
      if (!isEmbedded(url)) return openDatabase(config, url);
      let database = opened.get(workspace);
      if (!database) {
        database = openEmbedded(url);
        opened.set(workspace, database);
        database.catch(() => opened.delete(workspace));
      }
      return database;
    },
    workspaces: () => workspaces,
    close: async () => {
      for (const database of await Promise.allSettled(opened.values()))
        if (database.status === 'fulfilled') database.value.close();
    },
  };
}
