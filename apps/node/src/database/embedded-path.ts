import { ConfigError } from '@chat-ticket/api';
import type { Config } from '../config/parse-config.ts';
import { databaseUrl } from './database-url.ts';
import { isEmbedded, pathOf } from './open-database.ts';

/** The file of a workspace’s database. Throws `ConfigError` when DATABASE_URL names no file for the workspace. */
export function embeddedPath(config: Config, workspace: string): string {
  const url = databaseUrl(config, workspace);
  if (url === undefined)
    throw new ConfigError(
      'DATABASE_URL does not contain {workspace}, so it names one database for all workspaces.',
    );
  if (!isEmbedded(url))
    throw new ConfigError('DATABASE_URL is not a file. Back up the database with the tools of its server.');
  return pathOf(url);
}
