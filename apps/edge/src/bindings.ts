import { environmentVariables, type LogLine, parseVariables, workspaceUrl } from '@chat-ticket/api';
import type { Database } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import * as v from 'valibot';
import type { LiveHub } from './live-hub.ts';
import type { Sweeper } from './sweeper.ts';
import type { Workspaces } from './workspaces.ts';

/** What wrangler.jsonc binds, and the variables beside it. */
export type Bindings = {
  SWEEPER: DurableObjectNamespace<Sweeper>;
  LIVE_HUB: DurableObjectNamespace<LiveHub>;
  WORKSPACES: DurableObjectNamespace<Workspaces>;
};

const Variables = v.object({
  ...environmentVariables,
  DATABASE_URL: v.unwrap(environmentVariables.DATABASE_URL),
});
export type Variables = v.InferOutput<typeof Variables>;

/** Throws `ConfigError`. */
export const variablesOf = (bindings: Bindings): Variables => parseVariables(Variables, bindings);

/** The workspace’s database; undefined where there is one database, and it is another’s. */
export function openDatabase(
  { DATABASE_URL, DATABASE_AUTH_TOKEN: authToken }: Variables,
  workspace: string,
  userAgent: string,
): Database | undefined {
  const url = workspaceUrl(DATABASE_URL, workspace);
  return url === undefined ? undefined : openHttpDatabase({ url, authToken, userAgent });
}

export function log({ level, error, ...entry }: LogLine): void {
  const stack = error instanceof Error ? error.stack : undefined;
  console[level === 'error' ? 'error' : 'log'](
    JSON.stringify({ level, ...entry, ...(stack ? { error: stack } : {}) }),
  );
}
