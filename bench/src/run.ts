import { intake } from './case/intake.ts';
import type { Case } from './case/case.ts';
import { listTickets } from './case/list-tickets.ts';
import { setStatus } from './case/set-status.ts';
import { type Contender, contenders } from './contenders.ts';
import { createCrew } from './crew.ts';
import { connectAgents, fillDesk, type MeasuredDesk } from './desk.ts';
import { measure, type Sample } from './load/measure.ts';
import { sendAll } from './load/send-all.ts';
import { rehearse } from './rehearse.ts';
import type { Server } from './start-server.ts';

const crewSize = 50;
const cases = [listTickets, setStatus, intake];

export type Plan = { rounds: number; warmUpRounds: number; connections: number; requestsScale: number };
/** The samples of one contender in one case, one a round. */
export type Result = { case: string; contender: Contender; samples: Sample[] };

/** Measures every contender in every case, side by side. */
export async function run(plan: Plan, progress: (line: string) => void): Promise<Result[]> {
  const servers: Server[] = [];
  try {
    const crew = await createCrew(crewSize);
    const desks = new Map<Contender, MeasuredDesk>();
    for (const name of Object.keys(contenders) as Contender[]) {
      const server = await contenders[name]();
      servers.push(server);
      desks.set(name, await fillDesk(server.url, crew, plan.connections));
    }
    const results: Result[] = [];
    for (const subject of cases) {
      await rehearse(subject, [...desks.values()]);
      results.push(...(await measureCase(subject, desks, plan, progress)));
    }
    return results;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** Round by round, each contender one sample, in turned order: what drifts in the machine drifts for all. */
async function measureCase(
  subject: Case,
  desks: ReadonlyMap<Contender, MeasuredDesk>,
  plan: Plan,
  progress: (line: string) => void,
): Promise<Result[]> {
  const results = [...desks.keys()].map((contender): Result => ({
    case: subject.name,
    contender,
    samples: [],
  }));
  for (let round = 0; round < plan.warmUpRounds + plan.rounds; round++) {
    for (const result of round % 2 ? results.toReversed() : results) {
      const sample = await takeSample(subject, desks.get(result.contender)!, plan.requestsScale);
      if (round >= plan.warmUpRounds) result.samples.push(sample);
      progress(
        `${subject.name}, round ${round}, ${result.contender}: ${Math.round(sample.requestsPerSecond)}/s`,
      );
    }
  }
  return results;
}

async function takeSample(subject: Case, desk: MeasuredDesk, requestsScale: number): Promise<Sample> {
  await connectAgents(desk);
  const { connections, state } = desk;
  const load = subject.load(state);
  const sample = await measure(connections, subject.requests * requestsScale, (connection) =>
    load.callsOf(connection, connections.length),
  );
  await sendAll(connections, load.undo());
  return sample;
}
