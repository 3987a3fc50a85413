import { join } from 'node:path';
import type { Config } from '../config/parse-config.ts';

const placeholder = '{workspace}';

/** Where a workspace’s database is, or undefined when there is one database, which is the default workspace’s. */
export function databaseUrl(config: Config, workspace: string): string | undefined {
  const template = config.databaseUrl ?? `file:${join(config.dataDir, 'default.db')}`;
  if (workspace !== 'default' && !template.includes(placeholder)) return undefined;
  return template.replaceAll(placeholder, workspace);
}
