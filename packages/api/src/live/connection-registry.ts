import type { Connection } from './connection.ts';
import { maxConnectionsPerPrincipal } from './limits.ts';

const principalKey = ({ principal }: Connection): string => `${principal.role} ${principal.sub}`;

/** The connections of a hub, by principal. */
export class ConnectionRegistry implements Iterable<Connection> {
  readonly #byPrincipal = new Map<string, Set<Connection>>();

  #size = 0;

  /** How many connections there are. */
  get size(): number {
    return this.#size;
  }

  get isEmpty(): boolean {
    return this.#byPrincipal.size === 0;
  }

  /**
   * Adds a connection. When the principal has `maxConnectionsPerPrincipal` already, closes the one that was silent longest:
   * its network is probably down.
   */
  add(connection: Connection): void {
    const key = principalKey(connection);
    const own = this.#byPrincipal.get(key);
    if (own && own.size >= maxConnectionsPerPrincipal)
      [...own]
        .reduce((silent, other) => (other.lastSeenAt < silent.lastSeenAt ? other : silent))
        .close('too_many_connections');
    this.#size += 1;
    if (own) own.add(connection);
    else this.#byPrincipal.set(key, new Set([connection]));
  }

  remove(connection: Connection): void {
    const key = principalKey(connection);
    const own = this.#byPrincipal.get(key);
    if (own?.delete(connection)) this.#size -= 1;
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
