import { defaultLimits, type Limits } from '@chat-ticket/contract';
import type { Principal } from '@chat-ticket/domain';
import { type Database, readingLimits } from '@chat-ticket/storage';
import { RateLimiter } from './rate-limiter.ts';
import { refuseRate } from './refuse-rate.ts';

/** How long the process uses the limits that it has read, in ms. */
const maxAgeMs = 10_000;

type Known = { limits: Limits; readAt: number };
/** Something that is counted, and how often it may be done in a minute. */
type Count = { name: keyof Limits; counter: RateLimiter; key: string };

/**
 * Counts the calls and messages of people, rooms and workspaces in this process. The limits are those of the settings,
 * read with a request’s own trip; the defaults until then.
 */
export class WorkspaceLimits {
  readonly #known = new Map<string, Known>();
  readonly #personCalls = new RateLimiter();
  readonly #workspaceCalls = new RateLimiter();
  readonly #personMessages = new RateLimiter();
  readonly #roomMessages = new RateLimiter();

  /** The limits of the workspace, as far as this process knows them. */
  of(workspace: string): Limits {
    return this.#known.get(workspace)?.limits ?? defaultLimits;
  }

  remember(workspace: string, limits: Limits, now: number): void {
    this.#known.set(workspace, { limits, readAt: now });
  }

  /** The workspace’s database. If the limits are old, its next batch reads them as well. */
  reading(db: Database, workspace: string, now: number): Database {
    const age = now - (this.#known.get(workspace)?.readAt ?? -Infinity);
    if (age >= 0 && age < maxAgeMs) return db;
    return readingLimits(db, (limits) => this.remember(workspace, limits, now));
  }

  /** Counts a call. Throws `rate_limited`. */
  countCall({ workspace, role, sub }: Principal, now: number): void {
    const person = `${workspace} ${role} ${sub}`;
    this.#take(workspace, now, [
      ...(role === 'service'
        ? []
        : [{ name: 'callsPerPersonPerMinute', counter: this.#personCalls, key: person } as const]),
      { name: 'callsPerWorkspacePerMinute', counter: this.#workspaceCalls, key: workspace },
    ]);
  }

  /**
   * Counts a message to a room. Returns what to call if the desk refuses it: a person without access to a room must not use
   * up what the room may get. Throws `rate_limited`.
   */
  countMessage({ workspace, role, sub }: Principal, roomId: string, now: number): () => void {
    const person = `${workspace} ${role} ${sub}`;
    const room = `${workspace} ${roomId}`;
    this.#take(workspace, now, [
      ...(role === 'service'
        ? []
        : [{ name: 'messagesPerPersonPerMinute', counter: this.#personMessages, key: person } as const]),
      { name: 'messagesPerRoomPerMinute', counter: this.#roomMessages, key: room },
    ]);
    return () => this.#roomMessages.giveBack(room);
  }

  /** Throws `rate_limited` if the workspace has as many live connections as it may. */
  checkConnections(workspace: string, connections: number): void {
    const limit = 'liveConnectionsPerWorkspace';
    if (connections >= this.of(workspace)[limit]) refuseRate(limit, 10_000);
  }

  /** Counts one of each, or none if one has reached its limit. */
  #take(workspace: string, now: number, counts: readonly Count[]): void {
    const limits = this.of(workspace);
    for (const { name, counter, key } of counts) {
      const waitMs = counter.waitMs(key, limits[name], now);
      if (waitMs > 0) refuseRate(name, waitMs);
    }
    for (const { name, counter, key } of counts) counter.take(key, limits[name], now);
  }
}
