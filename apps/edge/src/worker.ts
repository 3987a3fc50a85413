import { waitUntil } from 'cloudflare:workers';
import {
  authKeys,
  ConfigError,
  createApp,
  createVerifier,
  deskVariables,
  type LogEntry,
  parseVariables,
} from '@chat-ticket/api';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import * as v from 'valibot';

const Bindings = v.object({ ...deskVariables, DATABASE_URL: v.unwrap(deskVariables.DATABASE_URL) });

const placeholder = '{workspace}';

/** The desk on the Worker’s bindings. It is made once: it holds the imported key or the fetched key set. */
function createDesk(bindings: unknown): ReturnType<typeof createApp> {
  const env = parseVariables(Bindings, bindings);
  const keys = authKeys(env);
  if (!keys) throw new ConfigError('AUTH_SECRET must be set (or AUTH_JWKS_URL)');
  return createApp(
    {
      // A client for each request: what one waits for must not be tied to another’s.
      openDatabase: async (workspace) =>
        workspace === 'default' || env.DATABASE_URL.includes(placeholder)
          ? openHttpDatabase({
              url: env.DATABASE_URL.replaceAll(placeholder, workspace),
              authToken: env.DATABASE_AUTH_TOKEN,
            })
          : undefined,
      verifyToken: createVerifier({ keys, issuer: env.AUTH_ISSUER, audience: env.AUTH_AUDIENCE }),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      defer: waitUntil,
      log,
    },
    { corsOrigins: env.CORS_ORIGINS },
  );
}

function log({ level, error, ...entry }: LogEntry): void {
  const stack = error instanceof Error ? error.stack : undefined;
  console[level === 'error' ? 'error' : 'log'](
    JSON.stringify({ level, ...entry, ...(stack ? { error: stack } : {}) }),
  );
}

let desk: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request, env, context) {
    desk ??= createDesk(env);
    return desk.fetch(request, env, context);
  },
} satisfies ExportedHandler<Record<string, string>>;
