import { Settings } from '@chat-ticket/contract';
import { leaseMs } from '@chat-ticket/domain';
import * as v from 'valibot';
import { freshDatabase, type FreshDatabase } from '../fresh-database.ts';
import { type ChaosOptions, highestTier } from './chaos.ts';
import { checkRace } from './check-race.ts';
import { runRaceProcess } from './race-process.ts';
import { putAgents, putSettings, send, setAgentStatus } from '../../src/index.ts';

export type Race = {
  processes: number;
  tickets: number;
  agents: number;
  assignment: ChaosOptions['assignment'];
  resentShare: number;
  /** How often each process is killed and replaced. */
  kills: number;
};

const capacity = 3;

/** Runs several processes on one database at the same time, then checks its event log and its rows. */
export async function runRace(race: Race) {
  const db = await freshDatabase();
  const agents = Array.from({ length: race.agents }, (_, i) => `agent-${i}`);
  const settings = settingsFor(race.assignment);
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
        assignment: race.assignment,
        resentShare: race.resentShare,
      },
      race.kills,
    ),
  );
  const reports = await Promise.all(workers);
  const seconds = (performance.now() - begin) / 1000;
  const sumOf = (name: 'commands' | 'kills') => reports.reduce((sum, report) => sum + report[name], 0);
  const created = reports.flatMap((report) => report.created);
  const { violations, counts } = await checkRace(db, { created, capacity });
  return {
    violations,
    counts: { ...counts, kills: sumOf('kills') },
    figures: { commands: sumOf('commands'), seconds: Math.round(seconds) },
  };
}

/** The settings at the start of the race, and those that supervisors change them to. */
function settingsFor(assignment: Race['assignment']): Settings[] {
  // No agent has this skill, so the desk assigns nothing and leaves all tickets to the naive assignment.
  const needs = assignment === 'naive' ? ['nobody'] : [];
  return (['least_loaded', 'longest_idle', 'round_robin'] as const).map((strategy, i) => {
    const settings = v.parse(Settings, {
      strategy,
      missesUntilAway: 20,
      queues: [{ id: 'rest', needs, priority: i, wrapUpSeconds: 1 }],
    });
    // Shorter than the contract allows, so that agents miss many offers.
    settings.queues[0]!.pickTimeoutSeconds = 0.3;
    settings.queues[0]!.wrapUpSeconds = 0.2;
    return settings;
  });
}

/** Every sixth agent belongs to a higher tier. */
const tierOf = (i: number) => (i % 6 < 5 ? 1 : 2 + (Math.floor(i / 6) % (highestTier - 1)));

async function prepareDesk(db: FreshDatabase, agents: readonly string[], settings: Settings): Promise<void> {
  let id = 0;
  const context = () => ({
    changeId: `setup-${++id}`,
    now: Date.now(),
    actorRole: 'service',
    actorId: 'race',
  });
  await send(db, putSettings, { ...context(), settings, ifVersion: null });
  const records = agents.map((name, i) => ({
    id: name,
    email: `${name}@desk.test`,
    name,
    capacity,
    skills: tierOf(i) > 1 ? [`tier:${tierOf(i)}`] : [],
  }));
  await send(db, putAgents, { ...context(), agents: records });
  for (const ref of agents)
    await send(db, setAgentStatus, {
      ...context(),
      ref,
      self: ref,
      status: 'online',
      leaseUntil: Date.now() + leaseMs,
      create: null,
    });
}
