import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, unwrap } from '@chat-ticket/client';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { issueToken } from '@chat-ticket/testing';
import { expect } from 'vitest';
import { freshFolder } from '../fresh-folder.ts';
import { secret, startDesk } from '../start-desk.ts';
import { follow } from './follow.ts';
import { freePort } from './free-port.ts';

export type Storm = { writers: number; eventsEach: number; readers: number; cuts: number; kills: number };

/**
 * Writers write and readers follow while connections are cut and the server is killed. Answers what each
 * reader was told, beside what the database has at the end.
 */
export async function storm({ writers, eventsEach, readers: readerCount, cuts, kills }: Storm) {
  const environment = {
    AUTH_SECRET: secret,
    DATA_DIR: freshFolder(),
    PORT: String(await freePort()),
    LOG_LEVEL: 'silent',
  };
  let desk = await startDesk('node', environment);
  const { url } = desk;
  const service = createClient({
    baseUrl: url,
    token: () => issueToken({ secret, role: 'service', sub: 'backend' }),
    retries: 0,
  });
  const { id } = unwrap(await service.createTicket({ customer: { id: 'c' } }));
  const readers = Array.from({ length: readerCount }, (_, n) => follow(url, `reader-${n}`));

  const progress = { acknowledged: 0, writing: writers };
  const total = writers * eventsEach;
  const write = async () => {
    for (let done = 0; done < eventsEach;) {
      const result = await service.setTicketStatus({ ticketID: id, status: 'REFUND_CREATED' });
      if (result.ok) {
        done += 1;
        progress.acknowledged += 1;
      } else await sleep(20);
    }
    progress.writing -= 1;
  };
  const writes = Promise.all(Array.from({ length: writers }, write));

  let killed = 0;
  const kill = async () => {
    while (killed < kills && progress.writing > 0) {
      // Spread over the writing, so that each hits it in the middle.
      if (progress.acknowledged < ((killed + 1) * total) / (kills + 1)) await sleep(5);
      else {
        const exited = new Promise((resolve) => desk.process.once('exit', resolve));
        desk.process.kill('SIGKILL');
        await exited;
        killed += 1;
        desk = await startDesk('node', environment);
      }
    }
  };
  let cut = 0;
  const cutSome = async () => {
    while (cut < cuts && progress.writing > 0) {
      const due = (cuts * progress.acknowledged) / total - cut;
      if (due > 0) cut += readers[Math.floor(Math.random() * readers.length)]!.cut();
      await sleep(due > 0 ? Math.random() * 4 : 5);
    }
  };
  await Promise.all([writes, kill(), cutSome()]);
  while (cut < cuts) {
    cut += readers[cut % readers.length]!.cut();
    await sleep(5);
  }

  const database = await openFileDatabase({ url: `file:${join(environment.DATA_DIR, 'default.db')}` });
  const [log] = await database.batch(['select seq from events order by seq'], 'read');
  database.close();
  const expected = log!.rows.map((row) => row[0] as number);
  for (const { seqs } of readers)
    await expect.poll(() => seqs.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(expected.length);
  for (const reader of readers) reader.close();
  await desk.stop();
  return {
    expected,
    told: readers.map(({ seqs }) => seqs),
    acknowledged: progress.acknowledged,
    killed,
    cut,
    resets: readers.map((reader) => reader.resets()),
    connections: readers.reduce((sum, reader) => sum + reader.connections(), 0),
  };
}
