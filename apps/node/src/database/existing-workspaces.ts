import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { workspacePlaceholder } from '@chat-ticket/api';
import type { Config } from '../config/parse-config.ts';
import { databaseTemplate, isCompanion } from './database-url.ts';
import { isEmbedded, pathOf } from './open-database.ts';

/** The workspaces that have a file in the folder of the embedded databases. Empty for other databases. */
export function existingWorkspaces(config: Config): string[] {
  const template = databaseTemplate(config);
  if (!isEmbedded(template) || !template.includes(workspacePlaceholder)) return [];
  const folder = dirname(pathOf(template));
  return filesIn(folder).flatMap((file) => workspaceOf(config, join(folder, file)) ?? []);
}

/** The workspace whose embedded database this file is. Undefined: no workspace’s. */
export function workspaceOf(config: Config, file: string): string | undefined {
  const template = databaseTemplate(config);
  if (!isEmbedded(template)) return undefined;
  const path = resolve(pathOf(template));
  if (!path.includes(workspacePlaceholder)) return resolve(file) === path ? 'default' : undefined;
  const [before = '', after = ''] = path.split(workspacePlaceholder);
  const full = resolve(file);
  const name = full.slice(before.length, full.length - after.length);
  const isWorkspace =
    !isCompanion(full) &&
    full.startsWith(before) &&
    full.endsWith(after) &&
    /^[a-z0-9][a-z0-9-]*$/.test(name);
  return isWorkspace ? name : undefined;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The folder does not exist yet.
    return [];
  }
}
