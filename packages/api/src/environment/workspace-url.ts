/** The part of DATABASE_URL that is replaced by the workspace’s name. */
export const workspacePlaceholder = '{workspace}';

/**
 * The URL of a workspace’s database. A template without `workspacePlaceholder` is the URL of the one database of
 * the workspace `default`; other workspaces are undefined then.
 */
export function workspaceUrl(template: string, workspace: string): string | undefined {
  if (workspace !== 'default' && !template.includes(workspacePlaceholder)) return undefined;
  return template.replaceAll(workspacePlaceholder, workspace);
}
