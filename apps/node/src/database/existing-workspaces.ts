import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { workspacePlaceholder } from '@chat-ticket/api';
import type { Config } from '../config/parse-config.ts';
import { databaseTemplate } from './database-url.ts';
import { isEmbedded, pathOf } from './open-database.ts';

/** The workspaces that have a file in the folder of the embedded databases. Empty for other databases. */
export function existingWorkspaces(config: Config): string[] {
  const template = databaseTemplate(config);
  if (!isEmbedded(template) || !template.includes(workspacePlaceholder)) return [];
  const path = pathOf(template);
  const [before = '', after = ''] = basename(path).split(workspacePlaceholder);
  return filesIn(dirname(path))
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => file.slice(before.length, file.length - after.length))
    .filter((name) => /^[a-z0-9][a-z0-9-]*$/.test(name));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The folder does not exist yet.
    return [];
  }
}
