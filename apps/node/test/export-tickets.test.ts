import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { csvLines } from '@chat-ticket/text';
import { expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

/** Creates a data folder with two tickets. The contact reason of one is a formula. */
async function openFolder() {
  const folder = freshFolder();
  const variables = { DATA_DIR: folder };
  const desk = await startDesk('node', { ...variables, AUTH_SECRET: secret });
  const backend = createClient({
    baseUrl: desk.url,
    token: () => issueToken({ secret, role: 'service', sub: 'backend' }),
  });
  const first = unwrap(await backend.createTicket({ customer: { id: 'a' }, metadata: { ccr: '=1+1' } }));
  const second = unwrap(await backend.createTicket({ customer: { id: 'b' } }));
  await desk.stop();
  const run = (file: string, ...args: string[]) =>
    runCli(['export', 'tickets', join(folder, file), ...args], variables);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return { folder, run, read, ids: [first.id, second.id] };
}

it('writes tickets as CSV and as JSON Lines, oldest first, and overwrites no file', async () => {
  const { folder, run, read, ids } = await openFolder();
  expect(await run('a.csv')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Exported 2 tickets'),
  });
  const [header, ...rows] = csvLines(read('a.csv')).map(({ cells }) => cells);
  expect(header).toEqual(expect.arrayContaining(['ticketId', 'createdTime', 'misses']));
  expect(rows.map(([id]) => id)).toEqual(ids);
  expect(rows[0]).toContain(`'=1+1`);
  await run('a.jsonl');
  const lines = read('a.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    { ticketId: ids[0], ccr: '=1+1', closedTime: null, assignments: 0 },
    { ticketId: ids[1] },
  ]);
  expect(await run('a.csv')).toMatchObject({ code: 1, stderr: expect.stringContaining('Cannot write') });
  expect(await run('old.jsonl', '--to', '2020-01-01')).toMatchObject({
    stdout: expect.stringContaining('Exported 0 tickets'),
  });
  expect(await run('a.xlsx')).toMatchObject({ code: 1, stderr: expect.stringContaining('.csv or .jsonl') });
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('a.'))
      .toSorted(),
  ).toEqual(['a.csv', 'a.jsonl']);
});
