import type { Case } from './case/case.ts';
import { createTicket } from './case/create-ticket.ts';
import { listTickets } from './case/list-tickets.ts';
import { setStatus } from './case/set-status.ts';
import { fillDesk, type MeasuredDesk, setAgentsOnline } from './fill-desk.ts';
import { measure, type Sample } from './load/measure.ts';
import { sendAll } from './load/send-all.ts';
import { type ServerName, servers } from './servers.ts';
import type { Server } from './start-server.ts';
import { createUsers } from './users.ts';
import { verifyCase } from './verify-case.ts';

const agentCount = 50;
const cases = [listTickets, setStatus, createTicket];

export type Plan = { rounds: number; warmUpRounds: number; connections: number; requestsScale: number };
/** The samples of one server in one case, one for each round. */
export type Result = { case: string; server: ServerName; samples: Sample[] };

/** Measures every server in every case, interleaved. */
export async function run(plan: Plan, progress: (line: string) => void): Promise<Result[]> {
  const started: Server[] = [];
  try {
    const users = await createUsers(agentCount);
    const desks = new Map<ServerName, MeasuredDesk>();
    for (const name of Object.keys(servers) as ServerName[]) {
      const server = await servers[name]();
      started.push(server);
      desks.set(name, await fillDesk(server.url, users, plan.connections));
    }
    const results: Result[] = [];
    for (const subject of cases) {
      await verifyCase(subject, [...desks.values()]);
      results.push(...(await measureCase(subject, desks, plan, progress)));
    }
    return results;
  } finally {
    await Promise.all(started.map((server) => server.stop()));
  }
}

/**
 * Takes one sample of each server in each round. The order is reversed every other round, so that a slow phase of the
 * machine affects every server.
 */
async function measureCase(
  subject: Case,
  desks: ReadonlyMap<ServerName, MeasuredDesk>,
  plan: Plan,
  progress: (line: string) => void,
): Promise<Result[]> {
  const results = [...desks.keys()].map((server): Result => ({ case: subject.name, server, samples: [] }));
  for (let round = 0; round < plan.warmUpRounds + plan.rounds; round++) {
    for (const result of round % 2 ? results.toReversed() : results) {
      const sample = await takeSample(subject, desks.get(result.server)!, plan.requestsScale);
      if (round >= plan.warmUpRounds) result.samples.push(sample);
      progress(
        `${subject.name}, round ${round}, ${result.server}: ${Math.round(sample.requestsPerSecond)}/s`,
      );
    }
  }
  return results;
}

async function takeSample(subject: Case, desk: MeasuredDesk, requestsScale: number): Promise<Sample> {
  await setAgentsOnline(desk);
  const { connections, state } = desk;
  const load = subject.load(state);
  const sample = await measure(connections, subject.requests * requestsScale, (connection) =>
    load.callsOf(connection, connections.length),
  );
  await sendAll(connections, load.undo());
  return sample;
}
