import type { Connection } from './connection.ts';
import { maxConnectionsPerPrincipal, staleSilenceMs } from './limits.ts';

const principalKey = ({ principal }: Connection): string => `${principal.role} ${principal.sub}`;

/** The connections of a hub, by principal. */
export class ConnectionRegistry implements Iterable<Connection> {
  readonly #byPrincipal = new Map<string, Set<Connection>>();

  get isEmpty(): boolean {
    return this.#byPrincipal.size === 0;
  }

  /** Returns false when the principal has `maxConnectionsPerPrincipal` already and none of them is stale. */
  add(connection: Connection, now: number): boolean {
    const key = principalKey(connection);
    const own = this.#byPrincipal.get(key);
    if (!own) this.#byPrincipal.set(key, new Set([connection]));
    else if (own.size < maxConnectionsPerPrincipal || evictStale(own, now)) own.add(connection);
    else return false;
    return true;
  }

  remove(connection: Connection): void {
    const key = principalKey(connection);
    const own = this.#byPrincipal.get(key);
    own?.delete(connection);
    if (own?.size === 0) this.#byPrincipal.delete(key);
  }

  /** Advances every connection. It runs after each event, so it does without the slower iterator. */
  advance(): void {
    for (const own of this.#byPrincipal.values()) for (const connection of own) connection.advance();
  }

  *[Symbol.iterator](): Iterator<Connection> {
    for (const own of this.#byPrincipal.values()) yield* own;
  }
}

/** Closes a connection that has missed its pings: its network is probably down. Returns whether there was one. */
function evictStale(own: Set<Connection>, now: number): boolean {
  const stale = [...own].find(({ lastSeenAt }) => now - lastSeenAt > staleSilenceMs);
  stale?.close('client_silent');
  return stale !== undefined;
}
