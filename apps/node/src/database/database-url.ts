import { join } from 'node:path';
import { workspaceUrl } from '@chat-ticket/api';
import type { Config } from '../config/parse-config.ts';

export const databaseTemplate = (config: Config): string =>
  config.databaseUrl ?? `file:${join(config.dataDir, 'default.db')}`;

/** Where a workspace’s database is, or undefined when there is one database, which is the default workspace’s. */
export const databaseUrl = (config: Config, workspace: string): string | undefined =>
  workspaceUrl(databaseTemplate(config), workspace);
