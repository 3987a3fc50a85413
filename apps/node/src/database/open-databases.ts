import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, migrate } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import { type FileDatabase, openFileDatabase } from '@chat-ticket/storage/node';
import type { Config } from '../config/parse-config.ts';

export type Databases = {
  /** The workspace’s database, or undefined when it is not served here. */
  open(workspace: string): Promise<Database | undefined>;
  close(): Promise<void>;
};

const placeholder = '{workspace}';

/** One database for each workspace. An embedded one is migrated when it is opened. */
export function openDatabases(config: Config): Databases {
  const template = config.databaseUrl ?? `file:${join(config.dataDir, 'default.db')}`;
  const opened = new Map<string, Promise<FileDatabase>>();

  const open = async (workspace: string): Promise<Database | undefined> => {
    if (workspace !== 'default' && !template.includes(placeholder)) return undefined;
    const url = template.replaceAll(placeholder, workspace);
    if (!url.startsWith('file:')) return openHttpDatabase({ url, authToken: config.databaseAuthToken });
    if (workspace !== 'default' && !existsSync(pathOf(url))) return undefined;
    let database = opened.get(workspace);
    if (!database) {
      database = openEmbedded(url);
      opened.set(workspace, database);
      database.catch(() => opened.delete(workspace));
    }
    return database;
  };

  return {
    open,
    close: async () => {
      for (const database of await Promise.allSettled(opened.values()))
        if (database.status === 'fulfilled') database.value.close();
    },
  };
}

const pathOf = (url: string) => (url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));

async function openEmbedded(url: string): Promise<FileDatabase> {
  mkdirSync(dirname(pathOf(url)), { recursive: true });
  const database = await openFileDatabase({ url });
  await migrate(database, Date.now);
  return database;
}
