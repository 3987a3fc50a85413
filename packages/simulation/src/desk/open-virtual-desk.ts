import { createApp, createTokenVerifier } from '@chat-ticket/api';
import { type Client, createClient } from '@chat-ticket/client';
import type { Role } from '@chat-ticket/contract';
import { type EventRow, listEvents, migrate, send, sweep } from '@chat-ticket/storage';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { SignJWT } from 'jose';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real desk on a temporary database. The caller keeps its clock. */
export type VirtualDesk = {
  /** A client with a token of this role and subject. */
  signIn(role: Role, sub: string): Client;
  /** Acts on every deadline that has passed. Returns the time of the next one, or null. Ms since 1970. */
  sweep(): Promise<number | null>;
  /** The events since the last call, at most 1,000. */
  newEvents(): Promise<EventRow[]>;
  /** Deletes the database. */
  close(): Promise<void>;
};

const baseUrl = 'http://desk.simulation';
const farFuture = Date.UTC(9999, 0) / 1000;
const newEventsLimit = 1_000;

/** Opens a desk in a new temporary folder. `now` returns its time in ms since 1970. */
export async function openVirtualDesk(now: () => number): Promise<VirtualDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-ticket-simulation-'));
  const db = await openFileDatabase({ url: `file:${join(folder, 'desk.db')}`, isThrowAway: true });
  const secret = crypto.randomUUID();
  const key = new TextEncoder().encode(secret);
  const deferred: Promise<void>[] = [];
  const failures: unknown[] = [];
  let id = 0;
  // Ids ascend, so of two tickets with the same rank the earlier one goes first, as in the rule engine.
  const newId = () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}`;
  await migrate(db, now);
  const app = createApp(
    {
      openDatabase: async () => db,
      ...createTokenVerifier({ keys: { secret } }),
      signToken: null,
      now,
      newId,
      waitUntil: (work) => deferred.push(work),
      publish: () => {},
      openLive: () => new Response(null, { status: 426 }),
      log: ({ level, error }) => {
        if (level === 'error') failures.push(error);
      },
    },
    { corsOrigins: [] },
  );

  const signIn = (role: Role, sub: string) => {
    const token = new SignJWT({ role, sub })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(farFuture)
      .sign(key);
    return createClient({
      baseUrl,
      token: () => token,
      retries: 0,
      fetch: async (url, init) => {
        const response = await app.request(url, init);
        await Promise.all(deferred.splice(0));
        if (failures.length > 0) throw failures[0];
        return response;
      },
    });
  };

  let seq = 0;
  return {
    signIn,
    sweep: async () => (await sweep(db, { now: now(), newId })).nextDueAt,
    newEvents: async () => {
      const { events } = await send(db, listEvents, { after: seq, limit: newEventsLimit });
      seq = events.at(-1)?.seq ?? seq;
      return events;
    },
    close: async () => {
      db.close();
      await rm(folder, { recursive: true });
    },
  };
}
