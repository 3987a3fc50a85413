import { workspaceUrl } from '@chat-ticket/api';
import { type Database, ofWorkspace } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import type { Variables } from './bindings.ts';

/**
 * Opens the database of a workspace. Returns undefined when DATABASE_URL names one database and the workspace is
 * not `default`.
 */
export function openDatabase(
  { DATABASE_URL, DATABASE_AUTH_TOKEN: authToken }: Variables,
  workspace: string,
  userAgent: string,
): Database | undefined {
  const url = workspaceUrl(DATABASE_URL, workspace);
  return url === undefined
    ? undefined
    : ofWorkspace(openHttpDatabase({ url, authToken, userAgent }), workspace);
}
