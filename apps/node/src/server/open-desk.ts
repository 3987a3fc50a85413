import { createApp, createVerifier, type LogEntry } from '@chat-ticket/api';
import { localSecret } from '../config/local-secret.ts';
import type { Config } from '../config/parse-config.ts';
import { openDatabases } from '../database/open-databases.ts';

export type Desk = {
  app: ReturnType<typeof createApp>;
  /** Waits for what was still being written, then lets go of the databases. */
  close(): Promise<void>;
};

/** The desk on this process’s ports. Its default workspace is open and migrated when this answers. */
export async function openDesk(config: Config, log: (entry: LogEntry) => void): Promise<Desk> {
  const databases = openDatabases(config);
  await databases.open('default');
  const deferred = new Set<Promise<void>>();
  const app = createApp(
    {
      openDatabase: databases.open,
      verifyToken: createVerifier({
        keys: config.keys ?? { secret: localSecret(config.dataDir) },
        issuer: config.issuer,
        audience: config.audience,
      }),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      defer: (work) => {
        deferred.add(work);
        void work.finally(() => deferred.delete(work));
      },
      log,
    },
    { corsOrigins: config.corsOrigins },
  );
  return {
    app,
    close: async () => {
      await Promise.allSettled(deferred);
      await databases.close();
    },
  };
}
