import { createApp, createTokenVerifier } from '@chat-ticket/api';
import { type Client, createClient } from '@chat-ticket/client';
import type { Role } from '@chat-ticket/contract';
import { type EventRow, listEvents, migrate, sweep } from '@chat-ticket/storage';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { SignJWT } from 'jose';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The desk itself, on a database of its own, in a time that the caller keeps. */
export type VirtualDesk = {
  signIn(role: Role, sub: string): Client;
  /** Does what is due, and answers when to come again. */
  sweep(): Promise<number | null>;
  /** What has happened since it was asked last. */
  news(): Promise<EventRow[]>;
  close(): Promise<void>;
};

const baseUrl = 'http://desk.simulation';
const farAway = Date.UTC(9999, 0) / 1000;
const newsLimit = 1_000;

export async function openVirtualDesk(now: () => number): Promise<VirtualDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-ticket-simulation-'));
  const db = await openFileDatabase({ url: `file:${join(folder, 'desk.db')}`, isThrowAway: true });
  const secret = crypto.randomUUID();
  const key = new TextEncoder().encode(secret);
  const deferred: Promise<void>[] = [];
  const failures: unknown[] = [];
  let id = 0;
  // They rise, so that of two tickets with the same rank the earlier goes first.
  const newId = () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}`;
  await migrate(db, now);
  const app = createApp(
    {
      openDatabase: async () => db,
      verifyToken: createTokenVerifier({ keys: { secret } }),
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
      .setExpirationTime(farAway)
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
    news: async () => {
      const { events } = await listEvents(db, { after: seq, limit: newsLimit });
      seq = events.at(-1)?.seq ?? seq;
      return events;
    },
    close: async () => {
      db.close();
      await rm(folder, { recursive: true });
    },
  };
}
