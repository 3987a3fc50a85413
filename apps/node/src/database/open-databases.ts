import { type Database, migrate, ofWorkspace, WorkspaceUnknown } from '@chat-ticket/storage';
import type { Config } from '../config/parse-config.ts';
import { checkDatabaseUrl, databaseTemplate, databaseUrl } from './database-url.ts';
import { existingWorkspaces } from './existing-workspaces.ts';
import { isEmbedded, databaseExists, type OpenDatabase, openDatabase } from './open-database.ts';

export type Databases = {
  /** Whether the databases are files of this machine. */
  areEmbedded: boolean;
  /** Opens the database of a workspace. Resolves to undefined when this desk does not serve the workspace. */
  open(workspace: string): Promise<Database | undefined>;
  /** The workspaces to sweep: `default`, those whose database was used so far, and those that have a file in the folder. */
  workspaces(): Iterable<string>;
  close(): Promise<void>;
};

/**
 * Opens a database for each workspace at its first use. Migrates embedded databases.
 *
 * @throws {ConfigError} DATABASE_URL would give two workspaces the same database.
 */
export function openDatabases(config: Config): Databases {
  checkDatabaseUrl(config);
  const opened = new Map<string, Promise<OpenDatabase>>();
  const workspaces = new Set(['default', ...existingWorkspaces(config)]);

  const openEmbedded = async (url: string, workspace: string) => {
    const database = await openDatabase(config, url);
    await migrate(database, Date.now, workspace);
    return database;
  };

  // A server can have the database of any name. Only those that it has are swept.
  const remembering = (database: Database, workspace: string): Database => ({
    batch: async (statements, mode) => {
      try {
        const results = await database.batch(statements, mode);
        workspaces.add(workspace);
        return results;
      } catch (error) {
        if (error instanceof WorkspaceUnknown) workspaces.delete(workspace);
        throw error;
      }
    },
  });

  return {
    areEmbedded: isEmbedded(databaseTemplate(config)),
    open: async (workspace) => {
      const url = databaseUrl(config, workspace);
      if (url === undefined) return undefined;
      if (isEmbedded(url) && workspace !== 'default' && !databaseExists(url)) return undefined;
      if (!isEmbedded(url))
        return remembering(ofWorkspace(await openDatabase(config, url), workspace), workspace);
      workspaces.add(workspace);
      let database = opened.get(workspace);
      if (!database) {
        database = openEmbedded(url, workspace);
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
