import { createCrew } from '../crew.ts';
import { type LiveContender, liveContenderNames, liveContenders } from './contenders.ts';
import { createSupervisors, fillRooms, idleTokens, type Room, tellRooms } from './crowd.ts';
import { measureMemory } from './memory.ts';
import { type Metric, memoryMetrics, pushMetrics, rateMetric } from './metric.ts';
import { samplePush, sampleRate } from './sample.ts';
import { closeAll, createSide, type Side } from './side.ts';

export type LivePlan = {
  rounds: number;
  agents: number;
  /** Fewer and more sockets: the agents’, and those of customers, each in a room of its own. */
  sockets: readonly [few: number, many: number];
  supervisors: number;
  perSecond: number;
  pushMessages: number;
  rateMessages: number;
};

type Sides = Readonly<Record<LiveContender, Side>>;
type Progress = (line: string) => void;

/** Measures the live channel of the desk beside a bare broadcast server, in turns. */
export async function runLive(plan: LivePlan, progress: Progress): Promise<Metric[]> {
  const memory = await idle(plan, progress);
  const sides = {
    floor: createSide(await liveContenders.floor()),
    desk: createSide(await liveContenders.desk()),
  };
  try {
    return [...(await busy(plan, sides, progress)), ...memory];
  } finally {
    await Promise.all(Object.values(sides).map((side) => side.stop()));
  }
}

async function idle({ rounds, sockets }: LivePlan, progress: Progress): Promise<Metric[]> {
  const tokens = await idleTokens(sockets[1]);
  const samples = await inTurns(
    rounds,
    (name) => measureMemory(liveContenders[name], tokens, sockets),
    progress,
    'idle sockets',
  );
  return sockets.flatMap((_, i) =>
    memoryMetrics(
      samples.floor.map((all) => all[i]!),
      samples.desk.map((all) => all[i]!),
    ),
  );
}

async function busy(plan: LivePlan, sides: Sides, progress: Progress): Promise<Metric[]> {
  const [few, many] = plan.sockets;
  const crew = await createCrew(plan.agents);
  const agents = crew.agents.map(({ token }) => token);
  const [listener] = await sides.desk.open(agents);
  const rooms = await fillRooms(sides.desk, crew, many - plan.agents);
  await sides.floor.open(agents);
  await tellRooms(sides.floor, crew, rooms, listener!.position);
  progress(`${rooms.length} rooms are filled`);

  let listened = 0;
  const openUpTo = async (count: number): Promise<Room[]> => {
    const tokens = rooms.slice(listened, count).map(({ token }) => token);
    listened = count;
    for (const side of Object.values(sides)) await side.open(tokens);
    return rooms.slice(0, count);
  };
  const push = async (what: string, heardIn: Room[], sockets: number, listeners: number) => {
    const { perSecond, pushMessages: count } = plan;
    const sample = (name: LiveContender) => samplePush(sides[name], heardIn, { count, perSecond, listeners });
    return pushMetrics(
      what,
      sockets,
      await inTurns(plan.rounds, sample, progress, `${what}, ${sockets}`, true),
    );
  };
  const rate = async (what: string, saidIn: Room[], sockets: number) => {
    const sample = (name: LiveContender) =>
      sampleRate(sides[name], saidIn, { count: plan.rateMessages, listeners: 2 });
    return rateMetric(what, sockets, await inTurns(plan.rounds, sample, progress, what, true));
  };

  const metrics = await push('a room’s two', await openUpTo(few - plan.agents), few, 2);
  const everyRoom = await openUpTo(Math.min(few, rooms.length));
  const sockets = everyRoom.length + plan.agents;
  metrics.push(await rate('into one room', everyRoom.slice(0, 1), sockets));
  metrics.push(await rate(`over ${everyRoom.length.toLocaleString('en')} rooms`, everyRoom, sockets));

  const supervisors = await createSupervisors(plan.supervisors);
  const above = [];
  for (const side of Object.values(sides)) above.push(...(await side.open(supervisors)));
  metrics.push(
    ...(await push(
      `and ${plan.supervisors} supervisors`,
      everyRoom,
      sockets + plan.supervisors,
      2 + plan.supervisors,
    )),
  );
  await closeAll(above);
  metrics.push(...(await push('a room’s two', await openUpTo(many - plan.agents), many, 2)));
  return metrics;
}

/** Round by round one sample of each, in turned order, so that what drifts in the machine drifts for both. */
async function inTurns<Sample>(
  rounds: number,
  sample: (name: LiveContender) => Promise<Sample>,
  progress: Progress,
  what: string,
  isWarmedUp = false,
): Promise<Record<LiveContender, Sample[]>> {
  const samples: Record<LiveContender, Sample[]> = { floor: [], desk: [] };
  for (let round = isWarmedUp ? 0 : 1; round <= rounds; round++) {
    for (const name of round % 2 ? liveContenderNames : liveContenderNames.toReversed()) {
      const taken = await sample(name);
      if (round > 0) samples[name].push(taken);
      progress(`${what}, round ${round}, ${name}`);
    }
  }
  return samples;
}
