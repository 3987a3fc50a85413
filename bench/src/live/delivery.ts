import { createUsers } from '../users.ts';
import { interleave, type Progress } from './interleave.ts';
import { type Metric, pushMetrics, rateMetric } from './metric.ts';
import type { LivePlan } from './live-plan.ts';
import { createRooms, createSupervisorTokens, type Room, sendRooms } from './rooms.ts';
import { samplePush, sampleRate } from './sample.ts';
import { closeAll, type ServerUnderTest } from './server-under-test.ts';
import type { LiveServerName } from './servers.ts';
import { verifyMessage } from './verify-message.ts';

type ServersUnderTest = Readonly<Record<LiveServerName, ServerUnderTest>>;
/** The rooms whose customers have a listener, and the number of sockets that each server has open. */
type OpenRooms = { rooms: readonly Room[]; sockets: number };

/** Measures push latency at a fixed rate, and messages per second at full speed, with more and more listeners. */
export async function measureDelivery(
  plan: LivePlan,
  servers: ServersUnderTest,
  progress: Progress,
): Promise<Metric[]> {
  const { agents, supervisors, perSecond } = plan;
  const [few, many] = plan.sockets;
  const rounds = { warmUpRounds: 1, rounds: plan.rounds };
  const openUpTo = await openRooms(plan, servers, progress);

  const push = async ({ rooms, sockets }: OpenRooms, listeners: number) => {
    const options = { count: plan.pushMessages, perSecond, listeners };
    const sample = (name: LiveServerName) => samplePush(servers[name], rooms, options);
    const label = `${listeners} listeners`;
    return pushMetrics(label, sockets, await interleave(`${label}, ${sockets}`, rounds, sample, progress));
  };
  const rate = async (label: string, { rooms, sockets }: OpenRooms) => {
    const options = { count: plan.rateMessages, listeners: 2 };
    const sample = (name: LiveServerName) => sampleRate(servers[name], rooms, options);
    return rateMetric(label, sockets, await interleave(label, rounds, sample, progress));
  };

  const metrics = await push(await openUpTo(few - agents), 2);

  const all = await openUpTo(few);
  metrics.push(await rate('one room', { ...all, rooms: all.rooms.slice(0, 1) }));
  metrics.push(await rate(`${all.rooms.length.toLocaleString('en')} rooms`, all));

  const tokens = await createSupervisorTokens(supervisors);
  const opened = [];
  for (const server of Object.values(servers)) opened.push(...(await server.open(tokens)));
  const withSupervisors = { ...all, sockets: all.sockets + supervisors };
  metrics.push(...(await push(withSupervisors, 2 + supervisors)));
  await closeAll(opened);

  metrics.push(...(await push(await openUpTo(many - agents), 2)));
  return metrics;
}

/**
 * Creates the rooms on the desk and sends them to the baseline. Returns a function that opens a listener for the customers
 * of the first `count` rooms on both servers.
 */
async function openRooms(plan: LivePlan, { baseline, desk }: ServersUnderTest, progress: Progress) {
  const users = await createUsers(plan.agents);
  const agentTokens = users.agents.map(({ token }) => token);
  const agents = { desk: await desk.open(agentTokens), baseline: await baseline.open(agentTokens) };
  const rooms = await createRooms(desk, users, plan.sockets[1] - plan.agents);
  progress(`created ${rooms.length} rooms`);

  const room = rooms[0]!;
  const [customer] = await desk.open([room.customerToken]);
  await sendRooms(baseline, users, rooms, customer!.position);
  const [baselineCustomer] = await baseline.open([room.customerToken]);
  const agent = users.agents.findIndex(({ id }) => id === room.agentId);
  const servers = [
    { server: baseline, listeners: [baselineCustomer!, agents.baseline[agent]!] },
    { server: desk, listeners: [customer!, agents.desk[agent]!] },
  ];
  await verifyMessage(servers, room);

  let opened = 1;
  return async (wanted: number): Promise<OpenRooms> => {
    const count = Math.min(wanted, rooms.length);
    const tokens = rooms.slice(opened, count).map(({ customerToken }) => customerToken);
    for (const server of [baseline, desk]) await server.open(tokens);
    opened = count;
    return { rooms: rooms.slice(0, count), sockets: count + plan.agents };
  };
}
