import { join, resolve } from 'node:path';
import {
  checkWorkspaceUrl,
  ConfigError,
  serverPlace,
  workspacePlaceholder,
  workspaceUrl,
} from '@chat-ticket/api';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import type { Config } from '../config/parse-config.ts';
import { isEmbedded, pathOf } from './open-database.ts';

/** The database URL, which may contain `{workspace}`. Default: a file in the data folder. */
export const databaseTemplate = (config: Config): string =>
  config.databaseUrl ?? `file:${join(config.dataDir, 'default.db')}`;

/** The URL of a workspace’s database. Undefined when this desk does not serve the workspace. */
export function databaseUrl(config: Config, workspace: string): string | undefined {
  const url = workspaceUrl(databaseTemplate(config), workspace);
  return url !== undefined && isEmbedded(url) && isCompanion(pathOf(url)) ? undefined : url;
}

/** Says why `databaseUrl` returns no URL for a workspace. */
export const noDatabaseUrl = (config: Config, workspace: string): ConfigError =>
  new ConfigError(
    databaseTemplate(config).includes(workspacePlaceholder)
      ? `The workspace ${workspace} cannot have a database: SQLite uses a file of this name beside that of another workspace. Choose another name, or let DATABASE_URL end with {workspace}.db.`
      : 'DATABASE_URL does not contain {workspace}, so `default` is the only workspace. Leave out --workspace, or add {workspace} to the URL.',
  );

/** Whether SQLite uses this name beside the database of another workspace. */
export const isCompanion = (path: string): boolean => /-(wal|shm|journal)$/.test(path);

/** Throws `ConfigError` if DATABASE_URL is invalid, or would give two workspaces the same database. */
export function checkDatabaseUrl(config: Config): void {
  const template = databaseTemplate(config);
  try {
    checkWorkspaceUrl(template, (url) => (isEmbedded(url) ? resolve(pathOf(url)) : serverPlace(url)));
    if (!isEmbedded(template))
      openHttpDatabase({ url: workspaceUrl(template, 'default')!, authToken: undefined });
    else if (config.databaseUrl !== undefined) checkNamesFile(template);
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError(`DATABASE_URL cannot be used: ${(cause as Error).message}`, { cause });
  }
}

function checkNamesFile(url: string): void {
  const path = pathOf(url);
  if (!/[?#]/.test(url) && !/(^|[/\\])(:memory:)?$/.test(path) && !isCompanion(path)) return;
  throw new ConfigError(
    'DATABASE_URL must name a file, such as file:data/desk.db. A file: URL takes no parameters.',
  );
}
