import { Settings } from '@chat-ticket/contract';
import { leaseMs } from '@chat-ticket/domain';
import * as v from 'valibot';
import { freshDatabase, type FreshDatabase } from '../fresh-database.ts';
import { judgeRace } from './judge-race.ts';
import { runRaceProcess } from './race-process.ts';
import { highestTier, type Storm } from './storm.ts';
import { putAgents, putSettings, send, setAgentStatus } from '../../src/index.ts';

export type Race = {
  processes: number;
  tickets: number;
  agents: number;
  engine: Storm['engine'];
  resent: number;
  /** How often each process is killed and another goes on. */
  kills: number;
};

const capacity = 3;

/** Lets processes work on one database at once, then asks the log and the rows what came of it. */
export async function runRace(race: Race) {
  const db = await freshDatabase();
  const agents = Array.from({ length: race.agents }, (_, i) => `agent-${i}`);
  const settings = settingsFor(race.engine);
  await prepareDesk(db, agents, settings[0]!);
  const begin = performance.now();
  const workers = Array.from({ length: race.processes }, (_, worker) =>
    runRaceProcess(
      {
        url: db.url,
        worker,
        tickets: Math.ceil(race.tickets / race.processes),
        agents,
        settings,
        engine: race.engine,
        resent: race.resent,
      },
      race.kills,
    ),
  );
  const reports = await Promise.all(workers);
  const seconds = (performance.now() - begin) / 1000;
  const sumOf = (name: 'commands' | 'kills') => reports.reduce((sum, report) => sum + report[name], 0);
  const taken = reports.flatMap((report) => report.taken);
  const { violations, counts } = await judgeRace(db, { taken, capacity });
  return {
    violations,
    counts: { ...counts, kills: sumOf('kills') },
    figures: { commands: sumOf('commands'), seconds: Math.round(seconds) },
  };
}

/** What the desk is set to, and what supervisors change it to in the middle of it all. */
function settingsFor(engine: Race['engine']): Settings[] {
  // What the naive engine is to assign, the guarded one is kept from by a skill that nobody has.
  const needs = engine === 'naive' ? ['nobody'] : [];
  return (['least_loaded', 'longest_idle', 'round_robin'] as const).map((strategy, i) => {
    const settings = v.parse(Settings, {
      strategy,
      missesUntilAway: 20,
      queues: [{ id: 'rest', needs, priority: i, wrapUpSeconds: 1 }],
    });
    // Far shorter than the contract lets a supervisor choose, so that many offers are missed.
    settings.queues[0]!.pickTimeoutSeconds = 0.3;
    settings.queues[0]!.wrapUpSeconds = 0.2;
    return settings;
  });
}

/** All but every sixth are of the first tier. */
const tierOf = (i: number) => (i % 6 < 5 ? 1 : 2 + (Math.floor(i / 6) % (highestTier - 1)));

async function prepareDesk(db: FreshDatabase, agents: readonly string[], settings: Settings): Promise<void> {
  let id = 0;
  const command = () => ({
    changeId: `setup-${++id}`,
    now: Date.now(),
    actorRole: 'service',
    actorId: 'race',
  });
  await send(db, putSettings, { ...command(), settings, ifVersion: null });
  const records = agents.map((name, i) => ({
    id: name,
    email: `${name}@desk.test`,
    name,
    capacity,
    skills: tierOf(i) > 1 ? [`tier:${tierOf(i)}`] : [],
  }));
  await send(db, putAgents, { ...command(), agents: records });
  for (const ref of agents)
    await send(db, setAgentStatus, {
      ...command(),
      ref,
      self: ref,
      status: 'online',
      leaseUntil: Date.now() + leaseMs,
      create: null,
    });
}
