import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unwrap } from '@chat-ticket/client';
import type { SettingsInput } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import { startMeasuredDesk } from './delay/measured-desk.ts';
import { freshFolder } from './fresh-folder.ts';
import { type Ended, runCli } from './run-cli.ts';

const agents = 300;
const tickets = 5_000;
const messages = 50_000;
const events = 100_000;
const limitMs = 50;

it(
  'delays no request by more than 50 ms, whatever else a large desk does',
  { timeout: 600_000 },
  async () => {
    const desk = await startMeasuredDesk({ agents, tickets });
    const { client, db, until, during } = desk;
    const held = `select count(*) from tickets where agent_id is not null`;
    const change = (sql: string) => db.batch([sql], 'write');
    const cli = async (...args: string[]) => succeeds(await runCli(args, desk.variables));

    // Messages without terms, as a migration leaves them.
    await change(`
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${messages})
    insert into messages
      (ticket_id, seq, client_message_id, kind, sender_role, sender_id, text, attachments, at, change_id)
    select (select id from tickets limit 1), 1000 + i, i, 'message', 'customer', 'c0',
      'Where is my order ' || i, '[]', i, 'message-' || i from n`);

    const idle = await during(() => sleep(5_000));
    const delays = {
      settings: await during(async () => {
        for (const suffix of ['a', 'b']) {
          unwrap(await client.putSettings(manyQueues(suffix)));
          await until(`select count(*) from tickets where queue_id not like '%${suffix}'`, 0);
        }
        await until('select hours_until > 80 * 86400000 + unixepoch() * 1000 from settings', 1);
        unwrap(await client.putSettings({}));
        await until(`select count(*) from tickets where queue_id <> 'default'`, 0);
      }),
      assignment: await during(async () => {
        await change(
          `update agents set status = 'online', is_routable = 1, is_connected = 1, lease_until = 9e15,
          capacity = 20, max_load = 20`,
        );
        await until(held, tickets);
      }),
      returns: await during(async () => {
        await change('update agents set lease_until = 1');
        await until(held, 0);
      }),
      prune: await during(async () => {
        await change(`
        with recursive n (i) as (select 1 union all select i + 1 from n where i < ${events})
        insert into events (seq, type, at, change_id, subject_id, ticket_id, actor_role, actor_id, data)
        select -i, 'ticket.updated', 1, 'old-' || i, id, id, 'system', 'test', '{}' from n
        join (select id, row_number() over () as number from tickets) on number = 1 + i % ${tickets}`);
        await change('update settings set prune_at = 0, prune_next_after = -1e9');
        await until('select prune_at > 0 and prune_next_after = 0 from settings', 1);
      }),
      index: await during(async () => {
        await change('insert into search_backlog (last_id, first_id) select max(id), 1 from messages');
        await until('select count(*) from search_backlog', 0);
      }),
      search: await during(async () => {
        for (const q of ['order', 'where is my or', '99', 'o', 'order 5'])
          unwrap(await client.searchMessages({ q, limit: 100 }));
      }),
      export: await during(async () => {
        for (let after = 0, lastSeq = 1; after < lastSeq;) {
          const page = unwrap(await client.listEvents({ after, limit: 1_000 }));
          ({ lastSeq } = page);
          after = page.events.at(-1)!.seq;
        }
        unwrap(await client.getBoard());
      }),
      backup: await during(() => cli('backup', join(freshFolder(), 'backup.db'))),
      migration: await during(() => cli('migrate')),
      import: await during(() => cli('agents', 'import', agentsFile())),
      simulation: await during(() => cli('simulate', scenarioFile(), '--engine', 'sql')),
    };
    console.log(JSON.stringify({ idle, ...delays }));
    // A machine with other work delays an idle desk as well.
    const boundMs = Math.max(limitMs, 2 * idle);
    expect(Object.entries(delays).filter(([, delay]) => delay > boundMs)).toEqual([]);
  },
);

function succeeds({ code, stderr }: Ended): void {
  // A backup reports its progress on standard error.
  expect({ code, failure: code === 0 ? '' : stderr }).toEqual({ code: 0, failure: '' });
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** 40 queues with needs, widen steps and opening hours. Their ids end with `suffix`. */
function manyQueues(suffix: string): SettingsInput {
  const day = [
    { from: '00:00', to: '12:00' },
    { from: '12:30', to: '24:00' },
  ];
  const common = {
    needs: ['language:{language}'],
    widen: [{ afterSeconds: 60, drop: ['language:{language}'] }],
    hours: { timeZone: 'Asia/Bangkok', weekly: Object.fromEntries(week.map((name) => [name, day])) },
  };
  const queues = Array.from({ length: 39 }, (_, i) => ({
    ...common,
    id: `q${i}${suffix}`,
    takes: { entityIds: [`e${i}`] },
  }));
  return { queues: [...queues, { ...common, id: `rest${suffix}` }] };
}

function agentsFile(): string {
  const file = join(freshFolder(), 'agents.csv');
  const rows = Array.from({ length: agents }, (_, i) => `b${i},b${i}@desk.test,b${i},5,language:l${i % 20}`);
  writeFileSync(file, ['id,email,name,capacity,skills', ...rows, ''].join('\n'));
  return file;
}

function scenarioFile(): string {
  const file = join(freshFolder(), 'scenario.json');
  const scenario = {
    seed: 5,
    runs: 1,
    durationSeconds: 3_600,
    arrivals: [{ perHour: 600 }],
    handling: { distribution: 'constant', seconds: 60 },
    agents: Array.from({ length: 12 }, (_, i) => ({ id: `a${i}`, capacity: 1 })),
  };
  writeFileSync(file, JSON.stringify(scenario));
  return file;
}
