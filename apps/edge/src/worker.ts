import { waitUntil } from 'cloudflare:workers';
import {
  authKeys,
  checkWorkspaceUrl,
  clientAddress,
  ConfigError,
  createApp,
  createTokenSigner,
  createTokenVerifier,
  serverPlace,
  roomOf,
} from '@chat-ticket/api';
import { type Bindings, variablesOf } from './bindings.ts';
import { fanOut, hubStub } from './fan-out.ts';
import { verifiedTokenHeader } from './live-hub.ts';
import { log } from './log.ts';
import { openDatabase } from './open-database.ts';
import { wakeAfterMs } from './sweeper.ts';

export { LiveHub } from './live-hub.ts';
export { Sweeper } from './sweeper.ts';
export { Workspaces } from './workspaces.ts';

/** The desk on the Worker’s bindings. An isolate creates it once, because it caches the imported key or key set. */
function createDesk(bindings: Bindings): ReturnType<typeof createApp> {
  const env = variablesOf(bindings);
  const keys = authKeys(env);
  if (!keys) throw new ConfigError('No key is set. Set AUTH_SECRET or AUTH_JWKS_URL.');
  checkWorkspaceUrl(env.DATABASE_URL, serverPlace);
  const auth = {
    keys,
    issuer: env.AUTH_ISSUER,
    audience: env.AUTH_AUDIENCE,
    leewaySeconds: env.AUTH_LEEWAY_SECONDS,
  };
  return createApp(
    {
      // A client for each request: a request cannot use I/O objects that another request has created.
      // https://developers.cloudflare.com/workers/observability/errors/#cannot-perform-io-on-behalf-of-a-different-request
      openDatabase: async (workspace) => openDatabase(env, workspace, 'chat-ticket'),
      ...createTokenVerifier({
        ...auth,
        warn: (message) => log({ level: 'warn', message, requestId: 'auth' }),
      }),
      signToken: createTokenSigner(auth),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      waitUntil,
      publish: (workspace, events) => {
        wakeThrottled(bindings, workspace);
        waitUntil(fanOut(bindings, workspace, events));
      },
      // A room’s object has the connections of its customer only, at most 5.
      countLive: async (principal) =>
        roomOf(principal) === undefined ? hubStub(bindings, principal.workspace).countConnections() : 0,
      openLive: (request, token) => {
        const verified = new Request(request);
        verified.headers.set(verifiedTokenHeader, JSON.stringify(token));
        return hubStub(bindings, token.principal.workspace, roomOf(token.principal)).fetch(verified);
      },
      log,
    },
    {
      corsOrigins: env.CORS_ORIGINS,
      failedTokensPerMinute: env.FAILED_TOKENS_PER_MINUTE,
      clientAddress: (headers) =>
        clientAddress({ headers }, undefined, {
          // Cloudflare sets it, and a client cannot.
          header: env.CLIENT_ADDRESS_HEADER ?? 'CF-Connecting-IP',
          hops: env.CLIENT_ADDRESS_HOPS,
        }),
    },
  );
}

const wokenAt = new Map<string, number>();

/** Wakes the sweeper at most once in `wakeAfterMs`: its next sweep covers every write until then. */
function wakeThrottled({ SWEEPER }: Bindings, workspace: string): void {
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
