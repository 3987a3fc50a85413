import { join } from 'node:path';
import type { Config } from '../config/parse-config.ts';

export const placeholder = '{workspace}';

export const databaseTemplate = (config: Config): string =>
  config.databaseUrl ?? `file:${join(config.dataDir, 'default.db')}`;

/** Where a workspace’s database is, or undefined when there is one database, which is the default workspace’s. */
export function databaseUrl(config: Config, workspace: string): string | undefined {
  const template = databaseTemplate(config);
  if (workspace !== 'default' && !template.includes(placeholder)) return undefined;
  return template.replaceAll(placeholder, workspace);
}
