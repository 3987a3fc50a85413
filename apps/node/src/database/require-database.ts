import { existsSync } from 'node:fs';
import type { Config } from '../config/parse-config.ts';
import { databaseUrl } from './database-url.ts';
import { isEmbedded, pathOf } from './open-database.ts';

/** Throws if the embedded database of a workspace does not exist. A command that only reads must not create it. */
export function requireDatabase(config: Config, workspace: string): void {
  const url = databaseUrl(config, workspace);
  if (url === undefined || !isEmbedded(url) || existsSync(pathOf(url))) return;
  throw new Error(
    `The workspace ${workspace} has no database at ${pathOf(url)}. Check DATA_DIR and DATABASE_URL.`,
  );
}
