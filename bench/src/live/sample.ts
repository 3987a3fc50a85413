import type { Room } from './crowd.ts';
import { paced } from './paced.ts';
import { say } from './say.ts';
import type { Side } from './side.ts';

/** How long everyone may take to hear the last message before the run fails. */
const patienceMs = 30_000;

export type PushSample = {
  pushMs: number[];
  answerMs: number[];
  /** CPU that the server took for one message, all of its sockets included. */
  cpuMsAMessage: number;
  clientBusy: number;
};

/** Messages at an even rate, over the rooms in turn; each has so many listeners. */
export async function samplePush(
  { connections, deliveries, server }: Side,
  rooms: readonly Room[],
  { count, perSecond, listeners }: { count: number; perSecond: number; listeners: number },
): Promise<PushSample> {
  const cpuBefore = (await server.vitals(false)).cpuMs;
  const busyBefore = performance.eventLoopUtilization();
  await paced(count, perSecond, (n) =>
    say(connections[n % connections.length]!, rooms[n % rooms.length]!, listeners, deliveries),
  );
  const delivered = await deliveries.take(patienceMs);
  const clientBusy = performance.eventLoopUtilization(busyBefore).utilization;
  const cpuMs = (await server.vitals(false)).cpuMs - cpuBefore;
  return { ...delivered, cpuMsAMessage: cpuMs / count, clientBusy };
}

export type RateSample = { perSecond: number; clientBusy: number };

/** As many messages a second as are said and heard, each writer its next one at its answer. */
export async function sampleRate(
  { connections, deliveries }: Side,
  rooms: readonly Room[],
  { count, listeners }: { count: number; listeners: number },
): Promise<RateSample> {
  const busyBefore = performance.eventLoopUtilization();
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (next < count) await say(connection, rooms[next++ % rooms.length]!, listeners, deliveries);
    }),
  );
  await deliveries.take(patienceMs);
  const perSecond = (count * 1000) / (performance.now() - startedAt);
  return { perSecond, clientBusy: performance.eventLoopUtilization(busyBefore).utilization };
}
