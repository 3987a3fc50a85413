import { createApp, createSigner, createVerifier, type LogEntry } from '@chat-ticket/api';
import { deskKeys } from '../config/desk-keys.ts';
import type { Config } from '../config/parse-config.ts';
import { type Databases, openDatabases } from '../database/open-databases.ts';

export type Desk = {
  app: ReturnType<typeof createApp>;
  databases: Databases;
  /** Waits for what was still being written, then lets go of the databases. */
  close(): Promise<void>;
};

/** The desk on this process’s ports. Its default workspace is open and migrated when this answers. */
export async function openDesk(config: Config, log: (entry: LogEntry) => void): Promise<Desk> {
  const auth = { keys: deskKeys(config), issuer: config.issuer, audience: config.audience };
  const databases = openDatabases(config);
  await databases.open('default');
  const deferred = new Set<Promise<void>>();
  const app = createApp(
    {
      openDatabase: databases.open,
      verifyToken: createVerifier(auth),
      signToken: createSigner(auth),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      defer: (work) => {
        deferred.add(work);
        void work.finally(() => deferred.delete(work));
      },
      // The sweeper looks every second as it is.
      noteWrite: () => {},
      log,
    },
    { corsOrigins: config.corsOrigins },
  );
  return {
    app,
    databases,
    close: async () => {
      await Promise.allSettled(deferred);
      await databases.close();
    },
  };
}
