import { ConfigError } from '@chat-ticket/api';
import type { Config } from '../config/parse-config.ts';
import { databaseUrl, noDatabaseUrl } from './database-url.ts';
import { isEmbedded, pathOf } from './open-database.ts';

/** The file of a workspace’s database. Throws `ConfigError` when DATABASE_URL names no file for the workspace. */
export function embeddedPath(config: Config, workspace: string): string {
  const url = databaseUrl(config, workspace);
  if (url === undefined) throw noDatabaseUrl(config, workspace);
  if (!isEmbedded(url))
    throw new ConfigError('DATABASE_URL is not a file. Back up the database with the tools of its server.');
  return pathOf(url);
}
