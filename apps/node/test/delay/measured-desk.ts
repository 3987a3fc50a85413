import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, unwrap } from '@chat-ticket/client';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { issueToken } from '@chat-ticket/testing';
import { expect, onTestFinished } from 'vitest';
import { secret, startDesk } from '../start-desk.ts';

const reporter = new URL('report-delay.ts', import.meta.url).href;
const quiet = { timeout: 120_000, interval: 100 };

/** A desk of one process with `tickets` waiting tickets, and `agents` agents who are offline. */
export async function startMeasuredDesk({ agents, tickets }: { agents: number; tickets: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const url = `file:${join(folder, 'desk.db')}`;
  const desk = await startDesk('node', {
    AUTH_SECRET: secret,
    DATABASE_URL: url,
    NODE_OPTIONS: `--import=${reporter}`,
  });
  const clientOf = async (role: 'admin' | 'service') =>
    createClient({ baseUrl: desk.url, token: await issueToken({ secret, sub: 'test', role }) });
  const client = await clientOf('admin');
  const service = await clientOf('service');
  unwrap(await client.getSettings());
  const db = await openFileDatabase({ url });
  onTestFinished(async () => {
    db.close();
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  for (let i = 0; i < agents; i++)
    unwrap(
      await service.putAgent({ agentID: `a${i}`, email: `a${i}@desk.test`, name: `a${i}`, capacity: 5 }),
    );
  for (let i = 0; i < tickets; i++) unwrap(await service.createTicket({ customer: { id: `c${i}` } }));

  const numberOf = async (sql: string) => Number((await db.batch([sql], 'read'))[0]!.rows[0]![0]);
  const longestDelayMs = async () => {
    const before = delaysIn(desk.printed()).length;
    desk.process.kill('SIGUSR2');
    await expect.poll(() => delaysIn(desk.printed()).length, quiet).toBe(before + 1);
    return delaysIn(desk.printed()).at(-1)!;
  };
  return {
    client,
    /** The environment variables of CLI commands on the same database. */
    variables: { AUTH_SECRET: secret, DATABASE_URL: url },
    db,
    /** Waits until a select returns `value`. */
    until: (sql: string, value: number) => expect.poll(() => numberOf(sql), quiet).toBe(value),
    /** The longest delay of the desk’s event loop during some work, in ms. */
    during: async (work: () => Promise<unknown>) => {
      await longestDelayMs();
      await work();
      return longestDelayMs();
    },
  };
}

const delaysIn = (printed: string): number[] =>
  [...printed.matchAll(/longest delay: (\S+) ms/g)].map(([, ms]) => Number(ms));
