import type { Connection } from './connection.ts';
import { doubtfulSilenceMs, maxConnectionsOfPerson } from './limits.ts';

const personOf = ({ caller }: Connection): string => `${caller.role} ${caller.sub}`;

/** The connections of a hub, by whose they are. */
export class People implements Iterable<Connection> {
  readonly #connections = new Map<string, Set<Connection>>();

  get isEmpty(): boolean {
    return this.#connections.size === 0;
  }

  /** False: the person has as many as one may have. */
  add(connection: Connection, now: number): boolean {
    const own = this.#connections.get(personOf(connection));
    if (!own) this.#connections.set(personOf(connection), new Set([connection]));
    else if (own.size < maxConnectionsOfPerson || giveUpDoubtful(own, now)) own.add(connection);
    else return false;
    return true;
  }

  remove(connection: Connection): void {
    const own = this.#connections.get(personOf(connection));
    own?.delete(connection);
    if (own?.size === 0) this.#connections.delete(personOf(connection));
  }

  /** After each event, for all of them: a generator would take longer than what is done with each. */
  advance(): void {
    for (const own of this.#connections.values()) for (const connection of own) connection.advance();
  }

  *[Symbol.iterator](): Iterator<Connection> {
    for (const own of this.#connections.values()) yield* own;
  }
}

/** One that has missed its pings is given up for a new one: its network is gone, most likely. */
function giveUpDoubtful(own: Set<Connection>, now: number): boolean {
  const doubtful = [...own].find(({ lastLifeAt }) => now - lastLifeAt > doubtfulSilenceMs);
  doubtful?.close('client_silent');
  return doubtful !== undefined;
}
