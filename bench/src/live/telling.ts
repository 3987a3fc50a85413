import { createCrew } from '../crew.ts';
import type { LiveContender } from './contenders.ts';
import { createSupervisors, fillRooms, type Room, tellRooms } from './crowd.ts';
import { inTurns, type Progress } from './in-turns.ts';
import { type Metric, pushMetrics, rateMetric } from './metric.ts';
import { rehearse } from './rehearse.ts';
import type { LivePlan } from './run.ts';
import { samplePush, sampleRate } from './sample.ts';
import { closeAll, type Side } from './side.ts';

type Sides = Readonly<Record<LiveContender, Side>>;
/** The rooms whose customers listen, and the sockets that are open on each side in all. */
type Stage = { rooms: readonly Room[]; sockets: number };

/** What is said at an even rate, and as fast as it goes, with ever more who listen. */
export async function measureTelling(plan: LivePlan, sides: Sides, progress: Progress): Promise<Metric[]> {
  const { agents, supervisors, perSecond } = plan;
  const [few, many] = plan.sockets;
  const rounds = { warmUpRounds: 1, rounds: plan.rounds };
  const openUpTo = await openRooms(plan, sides, progress);

  const push = async (what: string, { rooms, sockets }: Stage, listeners: number) => {
    const asked = { count: plan.pushMessages, perSecond, listeners };
    const sample = (name: LiveContender) => samplePush(sides[name], rooms, asked);
    return pushMetrics(what, sockets, await inTurns(`${what}, ${sockets}`, rounds, sample, progress));
  };
  const rate = async (what: string, { rooms, sockets }: Stage) => {
    const asked = { count: plan.rateMessages, listeners: 2 };
    const sample = (name: LiveContender) => sampleRate(sides[name], rooms, asked);
    return rateMetric(what, sockets, await inTurns(what, rounds, sample, progress));
  };

  const two = 'a room’s two';
  const metrics = await push(two, await openUpTo(few - agents), 2);

  const all = await openUpTo(few);
  metrics.push(await rate('into one room', { ...all, rooms: all.rooms.slice(0, 1) }));
  metrics.push(await rate(`over ${all.rooms.length.toLocaleString('en')} rooms`, all));

  const tokens = await createSupervisors(supervisors);
  const above = [];
  for (const side of Object.values(sides)) above.push(...(await side.open(tokens)));
  const watched = { ...all, sockets: all.sockets + supervisors };
  metrics.push(...(await push(`${two} and ${supervisors} supervisors`, watched, 2 + supervisors)));
  await closeAll(above);

  metrics.push(...(await push(two, await openUpTo(many - agents), 2)));
  return metrics;
}

/** Fills the desk, tells the floor of its rooms, and answers what lets more and more customers listen. */
async function openRooms(plan: LivePlan, { floor, desk }: Sides, progress: Progress) {
  const crew = await createCrew(plan.agents);
  const agentTokens = crew.agents.map(({ token }) => token);
  const agents = { desk: await desk.open(agentTokens), floor: await floor.open(agentTokens) };
  const rooms = await fillRooms(desk, crew, plan.sockets[1] - plan.agents);
  progress(`${rooms.length} rooms are filled`);

  const room = rooms[0]!;
  const [customer] = await desk.open([room.token]);
  await tellRooms(floor, crew, rooms, customer!.position);
  const [floorCustomer] = await floor.open([room.token]);
  const agent = crew.agents.findIndex(({ id }) => id === room.agentId);
  const stages = [
    { side: floor, listeners: [floorCustomer!, agents.floor[agent]!] },
    { side: desk, listeners: [customer!, agents.desk[agent]!] },
  ];
  await rehearse(stages, room);

  let opened = 1;
  return async (wanted: number): Promise<Stage> => {
    const count = Math.min(wanted, rooms.length);
    const tokens = rooms.slice(opened, count).map(({ token }) => token);
    for (const side of [floor, desk]) await side.open(tokens);
    opened = count;
    return { rooms: rooms.slice(0, count), sockets: count + plan.agents };
  };
}
