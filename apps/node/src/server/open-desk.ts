import { createApp, createTokenSigner, createTokenVerifier, type LogLine } from '@chat-ticket/api';
import { deskKeys } from '../config/desk-keys.ts';
import type { Config } from '../config/parse-config.ts';
import { type Databases, openDatabases } from '../database/open-databases.ts';
import type { Admissions } from '../live/accept-sockets.ts';
import { type Hubs, openHubs } from '../live/open-hubs.ts';

export type Desk = {
  app: ReturnType<typeof createApp>;
  databases: Databases;
  hubs: Hubs;
  admissions: Admissions;
  /** Waits for what was still being written, then lets go of the databases. */
  close(): Promise<void>;
};

/** The desk on this process’s ports. Its default workspace is open and migrated when this answers. */
export async function openDesk(config: Config, log: (entry: LogLine) => void): Promise<Desk> {
  const auth = { keys: deskKeys(config), issuer: config.issuer, audience: config.audience };
  const databases = openDatabases(config);
  await databases.open('default');
  const hubs = openHubs(databases, log);
  const admissions: Admissions = new WeakMap();
  const deferred = new Set<Promise<void>>();
  const app = createApp(
    {
      openDatabase: databases.open,
      verifyToken: createTokenVerifier(auth),
      signToken: createTokenSigner(auth),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      waitUntil: (work) => {
        deferred.add(work);
        void work.finally(() => deferred.delete(work));
      },
      publish: hubs.publish,
      openLive: (request, token) => {
        admissions.set(request, token);
        return new Response();
      },
      log,
    },
    { corsOrigins: config.corsOrigins },
  );
  return {
    app,
    databases,
    hubs,
    admissions,
    close: async () => {
      await hubs.stop();
      await Promise.allSettled(deferred);
      await databases.close();
    },
  };
}
