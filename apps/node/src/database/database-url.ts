import { join, resolve } from 'node:path';
import { checkWorkspaceUrl, serverPlace, workspaceUrl } from '@chat-ticket/api';
import type { Config } from '../config/parse-config.ts';
import { isEmbedded, pathOf } from './open-database.ts';

/** The database URL, which may contain `{workspace}`. Default: a file in the data folder. */
export const databaseTemplate = (config: Config): string =>
  config.databaseUrl ?? `file:${join(config.dataDir, 'default.db')}`;

/** The URL of a workspace’s database. Undefined when DATABASE_URL names one database, which is `default`’s. */
export const databaseUrl = (config: Config, workspace: string): string | undefined =>
  workspaceUrl(databaseTemplate(config), workspace);

/** Throws `ConfigError` if DATABASE_URL would give two workspaces the same database. */
export const checkDatabaseUrl = (config: Config): void =>
  checkWorkspaceUrl(databaseTemplate(config), (url) =>
    isEmbedded(url) ? resolve(pathOf(url)) : serverPlace(url),
  );
