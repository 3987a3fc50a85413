import type { IncomingMessage } from 'node:http';
import {
  Admission,
  clientAddress,
  createApp,
  createTokenSigner,
  createTokenVerifier,
  type LogLine,
  type TokenVerifier,
} from '@chat-ticket/api';
import { checkWrite, DatabaseUnavailable } from '@chat-ticket/storage';
import { deskKeys } from '../config/desk-keys.ts';
import type { Config } from '../config/parse-config.ts';
import { namingVariable } from '../database/naming-variable.ts';
import { type Databases, openDatabases } from '../database/open-databases.ts';
import { type Hubs, openHubs } from '../live/open-hubs.ts';
import { PendingUpgrades } from '../live/pending-upgrades.ts';

export type Desk = {
  app: ReturnType<typeof createApp>;
  /** Counts the requests that the app works on. */
  admission: Admission;
  log: (line: LogLine) => void;
  databases: Databases;
  hubs: Hubs;
  upgrades: PendingUpgrades;
  /** Closes the live connections, waits for work that responses did not wait for, and closes the databases. */
  close(): Promise<void>;
};

/** What the HTTP server passes with a request. */
type Incoming = { incoming?: IncomingMessage };

/** Opens a desk in this process. Resolves when the databases of this machine are open and migrated. */
export async function openDesk(config: Config, log: (line: LogLine) => void): Promise<Desk> {
  const { issuer, audience, leewaySeconds } = config;
  const auth = { keys: deskKeys(config), issuer, audience, leewaySeconds };
  const verifier = createTokenVerifier({
    ...auth,
    warn: (message) => log({ level: 'warn', message, requestId: 'auth' }),
  });
  void warnAboutKeys(verifier, log);
  if ('jwksUrl' in auth.keys && audience === undefined)
    log({ level: 'warn', message: audienceUnset, requestId: 'start' });
  const databases = openDatabases(config);
  await namingVariable(config, () => openDefault(databases, log));
  await openOthers(databases, log);
  const hubs = openHubs(databases, log);
  const upgrades = new PendingUpgrades();
  const pending = new Set<Promise<void>>();
  const admission = new Admission({ maxInFlight: config.maxRequestsInFlight });
  const app = createApp(
    {
      openDatabase: databases.open,
      ...verifier,
      signToken: createTokenSigner(auth),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      waitUntil: (work) => {
        pending.add(work);
        void work.finally(() => pending.delete(work));
      },
      publish: hubs.publish,
      countLive: ({ workspace }) => hubs.count(workspace) + upgrades.count(workspace),
      openLive: (request, token) => (upgrades.accept(request, token) ? new Response() : undefined),
      log,
    },
    {
      corsOrigins: config.corsOrigins,
      admission,
      failedTokensPerMinute: config.failedTokensPerMinute,
      clientAddress: (headers, bindings) =>
        clientAddress(
          { headers },
          (bindings as Incoming | undefined)?.incoming?.socket.remoteAddress,
          config.addressSource,
        ),
    },
  );
  return {
    app,
    admission,
    log,
    databases,
    hubs,
    upgrades,
    close: async () => {
      await hubs.stop();
      await Promise.allSettled(pending);
      await databases.close();
    },
  };
}

const audienceUnset =
  'AUTH_AUDIENCE is not set: tokens that the issuer signed for other applications are accepted too.';

/** Logs at the start if tokens cannot be verified. The desk starts nevertheless: the key set may come back. */
async function warnAboutKeys({ checkKeys }: TokenVerifier, log: (line: LogLine) => void): Promise<void> {
  const { problem } = await checkKeys();
  if (problem !== undefined) log({ level: 'warn', message: problem, requestId: 'start' });
}

/**
 * Opens the database of the workspace `default`. A file must be writable: a desk that only reads helps nobody. A full
 * disk can get space while the desk serves, so it is logged.
 */
async function openDefault(databases: Databases, log: (line: LogLine) => void): Promise<void> {
  const database = (await databases.open('default'))!;
  if (!databases.areEmbedded) return;
  await checkWrite(database).catch((error: unknown) => {
    if (!(error instanceof DatabaseUnavailable) || error.fault === 'read_only') throw error;
    log({
      level: 'error',
      message: 'database not writable',
      requestId: 'start',
      workspace: 'default',
      error,
    });
  });
}

/**
 * Opens the other databases of this machine, one after the other. A migration can take long, and would hold the requests of all
 * workspaces once the process listens. What is wrong with one workspace does not keep the others from being served.
 */
async function openOthers(databases: Databases, log: (line: LogLine) => void): Promise<void> {
  if (!databases.areEmbedded) return;
  for (const workspace of databases.workspaces())
    await databases.open(workspace).catch((error: unknown) => {
      log({ level: 'error', message: 'workspace not opened', requestId: 'start', workspace, error });
    });
}
