/** What DATABASE_URL has in it where each workspace has a database of its own. */
export const workspacePlaceholder = '{workspace}';

/** Where a workspace’s database is, or undefined when there is one database, which is the default workspace’s. */
export function workspaceUrl(template: string, workspace: string): string | undefined {
  if (workspace !== 'default' && !template.includes(workspacePlaceholder)) return undefined;
  return template.replaceAll(workspacePlaceholder, workspace);
}
