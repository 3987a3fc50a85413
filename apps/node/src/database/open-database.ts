import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import { openFileDatabase } from '@chat-ticket/storage/node';
import type { Config } from '../config/parse-config.ts';
import { makeDataFolder, makeFolderOf } from './make-folder.ts';

export type OpenDatabase = Database & { close(): void };

export const isEmbedded = (url: string): boolean => url.startsWith('file:');

/** Whether the file of the embedded database exists. */
export const databaseExists = (url: string): boolean =>
  statSync(pathOf(url), { throwIfNoEntry: false })?.isFile() ?? false;

/** Opens a database without migrating it. Creates the file of an embedded database if it is missing. */
export async function openDatabase(config: Config, url: string): Promise<OpenDatabase> {
  if (!isEmbedded(url))
    return { ...openHttpDatabase({ url, authToken: config.databaseAuthToken }), close: () => {} };
  if (config.databaseUrl === undefined) makeDataFolder(config.dataDir);
  else makeFolderOf(pathOf(url));
  return openFileDatabase({ url });
}

/** The path of the embedded database. */
export const pathOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
