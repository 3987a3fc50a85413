import { type Client, createClient, LibsqlError } from '@libsql/client/node';
import { type Database, DatabaseUnavailable } from '../database.ts';

// The driver is synchronous: a wait for the lock freezes the process, so it is kept short and tried again.
const busyTimeoutMs = 50;

export type FileDatabase = Database & { close(): void };

/** The embedded database: one writer, one reader, every commit on disk before it is answered. */
export async function openFileDatabase(options: {
  /** `file:` URL. */
  url: string;
  /** How often a batch is tried again while another process has the lock; each try takes about 75 ms. */
  busyRetries?: number;
}): Promise<FileDatabase> {
  const { url, busyRetries = 40 } = options;
  const writer = createClient({ url, concurrency: 1, timeout: busyTimeoutMs });
  await whenFree(() => writer.execute('pragma journal_mode = wal'), busyRetries);
  await tune(writer);
  const reader = createClient({ url, concurrency: 1, timeout: busyTimeoutMs });
  await tune(reader);

  return {
    batch: async (statements, mode) => {
      const client = mode === 'write' ? writer : reader;
      return whenFree(async () => {
        try {
          return await client.batch([...statements], mode);
        } catch (error) {
          if (isBusy(error)) await reopen(client);
          throw error;
        }
      }, busyRetries);
    },
    close: () => {
      writer.close();
      reader.close();
    },
  };
}

async function whenFree<T>(work: () => Promise<T>, busyRetries: number): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (retry === busyRetries) throw new DatabaseUnavailable('the database stayed busy', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 45));
    }
  }
}

/** After one SQLITE_BUSY the driver’s connection fails every later batch (libsql-client-ts #352). */
async function reopen(client: Client): Promise<void> {
  await client.reconnect();
  await tune(client);
}

// Per connection. FULL: with NORMAL a power loss takes back commits that were answered.
async function tune(client: Client): Promise<void> {
  await client.execute('pragma synchronous = full');
}

const isBusy = (error: unknown) => error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY');
