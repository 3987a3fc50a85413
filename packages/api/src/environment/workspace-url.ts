import { ConfigError } from './environment-variables.ts';

/** The part of DATABASE_URL that is replaced by the workspace’s name. */
export const workspacePlaceholder = '{workspace}';

/**
 * The URL of a workspace’s database. A template without `workspacePlaceholder` is the URL of the one database of
 * the workspace `default`; other workspaces are undefined then.
 */
export function workspaceUrl(template: string, workspace: string): string | undefined {
  if (workspace !== 'default' && !template.includes(workspacePlaceholder)) return undefined;
  const url = template.replaceAll(workspacePlaceholder, workspace);
  return url.startsWith('file:') ? url : withSlash(url);
}

/** libSQL resolves its paths against the URL, and drops a last segment that does not end with a slash. */
function withSlash(url: string): string {
  const [path] = url.split(/[?#]/, 1) as [string];
  const query = url.slice(path.length);
  return path.endsWith('/') || /^[a-z]+:\/\/[^/]*$/.test(path) ? url : `${path}/${query}`;
}

/**
 * Checks that a template gives each workspace its own database. `place` returns what identifies the database at a
 * URL: the file, or the host and path.
 *
 * @throws {ConfigError} Two workspaces would share a database.
 */
export function checkWorkspaceUrl(template: string, place: (url: string) => string): void {
  if (!template.includes(workspacePlaceholder)) return;
  const [first, second] = ['a', 'b'].map((workspace) => place(workspaceUrl(template, workspace)!));
  if (first !== second) return;
  throw new ConfigError(
    'DATABASE_URL would give all workspaces the same database. Put {workspace} in the host name or the path of the URL.',
  );
}

/** What identifies the database at a URL of a libSQL server. */
export function serverPlace(url: string): string {
  const { host, pathname } = new URL('v2/pipeline', url.replace(/^[a-z]+:/, 'http:'));
  return `${host}${pathname}`;
}
