import { postMessage } from './post-message.ts';
import type { Room } from './rooms.ts';
import { runAtRate } from './run-at-rate.ts';
import type { ServerUnderTest } from './server-under-test.ts';

/** The time in which the last message must reach every listener. Otherwise the run fails. */
const timeoutMs = 30_000;

export type PushSample = {
  pushMs: number[];
  responseMs: number[];
  /** The server’s CPU time for each message. It includes the work for all open sockets. */
  cpuMsPerMessage: number;
  clientBusy: number;
};

/** Sends messages at an even rate to the rooms, one after the other. Each room has `listeners` listeners. */
export async function samplePush(
  { connections, deliveries, process }: ServerUnderTest,
  rooms: readonly Room[],
  { count, perSecond, listeners }: { count: number; perSecond: number; listeners: number },
): Promise<PushSample> {
  const cpuBefore = (await process.usage(false)).cpuMs;
  const busyBefore = performance.eventLoopUtilization();
  await runAtRate(count, perSecond, (n) =>
    postMessage(connections[n % connections.length]!, rooms[n % rooms.length]!, listeners, deliveries),
  );
  const delivered = await deliveries.take(timeoutMs);
  const clientBusy = performance.eventLoopUtilization(busyBefore).utilization;
  const cpuMs = (await process.usage(false)).cpuMs - cpuBefore;
  return { ...delivered, cpuMsPerMessage: cpuMs / count, clientBusy };
}

export type RateSample = { perSecond: number; clientBusy: number };

/** Measures the messages per second that are sent and received. Each writer sends its next one after a response. */
export async function sampleRate(
  { connections, deliveries }: ServerUnderTest,
  rooms: readonly Room[],
  { count, listeners }: { count: number; listeners: number },
): Promise<RateSample> {
  const busyBefore = performance.eventLoopUtilization();
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (next < count)
        await postMessage(connection, rooms[next++ % rooms.length]!, listeners, deliveries);
    }),
  );
  await deliveries.take(timeoutMs);
  const perSecond = (count * 1000) / (performance.now() - startedAt);
  return { perSecond, clientBusy: performance.eventLoopUtilization(busyBefore).utilization };
}
