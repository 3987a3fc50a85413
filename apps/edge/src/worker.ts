import { waitUntil } from 'cloudflare:workers';
import { authKeys, ConfigError, createApp, createTokenSigner, createTokenVerifier } from '@chat-ticket/api';
import { type Bindings, log, openDatabase, variablesOf } from './bindings.ts';
import { handOver, hubOf } from './hand-over.ts';
import { verifiedTokenHeader, roomOf } from './live-hub.ts';
import { wakeAfterMs } from './sweeper.ts';

export { LiveHub } from './live-hub.ts';
export { Sweeper } from './sweeper.ts';
export { Workspaces } from './workspaces.ts';

/** The desk on the Worker’s bindings. It is made once: it holds the imported key or the fetched key set. */
function createDesk(bindings: Bindings): ReturnType<typeof createApp> {
  const env = variablesOf(bindings);
  const keys = authKeys(env);
  if (!keys) throw new ConfigError('AUTH_SECRET must be set (or AUTH_JWKS_URL)');
  const auth = { keys, issuer: env.AUTH_ISSUER, audience: env.AUTH_AUDIENCE };
  return createApp(
    {
      // A client for each request: what one waits for must not be tied to another’s.
      openDatabase: async (workspace) => openDatabase(env, workspace, 'chat-ticket'),
      verifyToken: createTokenVerifier(auth),
      signToken: createTokenSigner(auth),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      waitUntil,
      publish: (workspace, events) => {
        wakeOnce(bindings, workspace);
        waitUntil(handOver(bindings, workspace, events));
      },
      openLive: (request, token) => {
        const admitted = new Request(request);
        admitted.headers.set(verifiedTokenHeader, JSON.stringify(token));
        return hubOf(bindings, token.principal.workspace, roomOf(token.principal)).fetch(admitted);
      },
      log,
    },
    { corsOrigins: env.CORS_ORIGINS },
  );
}

const wokenAt = new Map<string, number>();

/** A wake covers what is written until its alarm, so that one in that time is enough. */
function wakeOnce({ SWEEPER }: Bindings, workspace: string): void {
  const now = Date.now();
  if (now < (wokenAt.get(workspace) ?? 0) + wakeAfterMs) return;
  wokenAt.set(workspace, now);
  waitUntil(SWEEPER.getByName(workspace).wake(workspace));
}

let desk: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request, bindings, context) {
    desk ??= createDesk(bindings);
    return desk.fetch(request, bindings, context);
  },
  async scheduled(_, { SWEEPER, WORKSPACES }) {
    const names = new Set(['default', ...(await WORKSPACES.getByName('all').names())]);
    await Promise.all([...names].map((name) => SWEEPER.getByName(name).wake(name)));
  },
} satisfies ExportedHandler<Bindings>;
