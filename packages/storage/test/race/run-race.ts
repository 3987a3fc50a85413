import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Settings } from '@chat-ticket/contract';
import { leaseMs } from '@chat-ticket/domain';
import * as v from 'valibot';
import { putAgents, putSettings, setStatus } from '../../src/index.ts';
import { freshDatabase, type FreshDatabase } from '../fresh-database.ts';
import { judgeRace } from './judge-race.ts';
import type { Storm } from './storm.ts';

export type Race = {
  processes: number;
  tickets: number;
  agents: number;
  engine: Storm['engine'];
  resent: number;
};

const capacity = 3;

/** Lets processes work on one database at once, then asks the log and the rows what came of it. */
export async function runRace(race: Race) {
  const db = await freshDatabase();
  const agents = Array.from({ length: race.agents }, (_, i) => `agent-${i}`);
  await openDesk(db, agents, race.engine);
  const begin = performance.now();
  const workers = Array.from({ length: race.processes }, (_, worker) =>
    startWorker({
      url: db.url,
      worker,
      tickets: Math.ceil(race.tickets / race.processes),
      agents,
      engine: race.engine,
      resent: race.resent,
    }),
  );
  const reports = await Promise.all(workers);
  const seconds = (performance.now() - begin) / 1000;
  const commands = reports.reduce((sum, report) => sum + report.commands, 0);
  const taken = reports.flatMap((report) => report.taken);
  const { violations, counts } = await judgeRace(db, { taken, capacity });
  return { violations, figures: { ...counts, commands, seconds: Math.round(seconds) } };
}

async function openDesk(db: FreshDatabase, agents: readonly string[], engine: Race['engine']): Promise<void> {
  let id = 0;
  const command = () => ({
    changeId: `setup-${++id}`,
    now: Date.now(),
    actorRole: 'service',
    actorId: 'race',
  });
  // What the naive engine is to assign, the guarded one is kept from by a skill that nobody has.
  const needs = engine === 'naive' ? ['nobody'] : [];
  const settings = v.parse(Settings, {
    missesUntilAway: 20,
    queues: [{ id: 'rest', needs, wrapUpSeconds: 1 }],
  });
  // Far shorter than the contract lets a supervisor choose, so that many offers are missed.
  settings.queues[0]!.pickTimeoutSeconds = 0.3;
  settings.queues[0]!.wrapUpSeconds = 0.2;
  await putSettings(db, { ...command(), settings, ifVersion: null });
  const records = agents.map((name) => ({
    id: name,
    email: `${name}@desk.test`,
    name,
    capacity,
    skills: [],
  }));
  await putAgents(db, { ...command(), agents: records });
  for (const ref of agents)
    await setStatus(db, {
      ...command(),
      ref,
      self: ref,
      status: 'online',
      leaseUntil: Date.now() + leaseMs,
      create: null,
    });
}

async function startWorker(options: Storm & { url: string }): Promise<{ taken: string[]; commands: number }> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)));
  await once(child, 'message');
  child.send(options);
  const [report] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`a process of the race ended with ${code}`)),
    ),
  ]);
  return report;
}
