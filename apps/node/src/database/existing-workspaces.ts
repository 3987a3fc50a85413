import { readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { workspacePlaceholder } from '@chat-ticket/api';
import type { Config } from '../config/parse-config.ts';
import { databaseTemplate, databaseUrl, isCompanion } from './database-url.ts';
import { databaseExists, isEmbedded, pathOf } from './open-database.ts';

/** The workspaces that have the file of an embedded database. Empty for other databases. */
export function existingWorkspaces(config: Config): string[] {
  const template = databaseTemplate(config);
  if (!isEmbedded(template)) return [];
  const segments = resolve(pathOf(template)).split(sep);
  // The name of one folder or file says which workspace it is. The others follow from it.
  const index = segments.findIndex((segment) => segment.includes(workspacePlaceholder));
  if (index === -1) return [];
  const folder = segments.slice(0, index).join(sep) + sep;
  return namesIn(folder).flatMap((name) => {
    const workspace = workspaceIn(segments[index]!, name);
    const url = workspace === undefined ? undefined : databaseUrl(config, workspace);
    return url !== undefined && databaseExists(url) ? [workspace!] : [];
  });
}

/** The workspace whose embedded database this file is. Undefined: no workspace’s. */
export function workspaceOf(config: Config, file: string): string | undefined {
  const template = databaseTemplate(config);
  if (!isEmbedded(template)) return undefined;
  const path = resolve(pathOf(template));
  if (!path.includes(workspacePlaceholder)) return resolve(file) === path ? 'default' : undefined;
  return isCompanion(resolve(file)) ? undefined : workspaceIn(path, resolve(file));
}

// Node 22 has no `RegExp.escape`.
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** The workspace whose name, put into this part of a template, gives this text. */
function workspaceIn(template: string, text: string): string | undefined {
  const [before = '', ...after] = template.split(workspacePlaceholder).map(escaped);
  const pattern = `^${before}(?<workspace>[a-z0-9][a-z0-9-]*)${after.join('\\k<workspace>')}$`;
  return new RegExp(pattern).exec(text)?.groups!['workspace'];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The folder does not exist yet.
    return [];
  }
}
