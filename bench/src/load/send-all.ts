import type { Call, Connection } from './call.ts';

/** Sends every call once, each over the next free connection. */
export async function sendAll(connections: readonly Connection[], calls: Iterable<Call>): Promise<void> {
  const queue = calls[Symbol.iterator]();
  await Promise.all(
    connections.map(async (connection) => {
      for (let next = queue.next(); !next.done; next = queue.next()) await connection.send(next.value);
    }),
  );
}
