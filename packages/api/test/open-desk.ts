import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@chat-ticket/contract';
import { type Database, type PublishedEvent, migrate } from '@chat-ticket/storage';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import {
  type AppOptions,
  createApp,
  createTokenSigner,
  createTokenVerifier,
  type LogLine,
} from '../src/index.ts';

export const secret = 'a secret of thirty-two bytes or more';

/** Opens a desk in this process, with its own database and a clock that only the test moves. */
export async function openDesk(
  options: {
    corsOrigins?: string[];
    app?: Partial<AppOptions>;
    hasKeySet?: boolean;
    wrapDatabase?: (db: Database) => Database;
    newId?: () => string;
    publish?: (events: readonly PublishedEvent[]) => void;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const file = await openFileDatabase({ url: `file:${join(folder, 'desk.db')}` });
  await migrate(file, () => 0);
  onTestFinished(() => {
    file.close();
    rmSync(folder, { recursive: true });
  });

  const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
  const logged: LogLine[] = [];
  const deferred: Promise<void>[] = [];
  const published: PublishedEvent[] = [];
  const db = options.wrapDatabase?.(file) ?? file;
  const app = createApp(
    {
      openDatabase: async (workspace) => (workspace === 'default' ? db : undefined),
      ...createTokenVerifier({ keys: { secret } }),
      signToken: options.hasKeySet ? null : createTokenSigner({ keys: { secret } }),
      now: () => clock.now,
      newId: options.newId ?? (() => crypto.randomUUID()),
      waitUntil: (work) => deferred.push(work),
      publish: (_, events) => {
        published.push(...events);
        options.publish?.(events);
      },
      openLive: () => new Response(null, { status: 204 }),
      log: (entry) => logged.push(entry),
    },
    { corsOrigins: options.corsOrigins ?? [], ...options.app },
  );

  const call = async (
    role: Role,
    sub: string,
    method: string,
    path: string,
    body?: unknown,
    claims: { room?: string } = {},
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const token = await new SignJWT({ sub, role, email: `${sub}@desk.test`, name: sub, ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(Math.floor(clock.now / 1000) + 60)
      .sign(new TextEncoder().encode(secret));
    return app.request(`/cs-chat-ticket${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  return { app, db: file, clock, logged, published, settle: () => Promise.all(deferred.splice(0)), call };
}
