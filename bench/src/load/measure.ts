import { performance } from 'node:perf_hooks';
import type { Call, Connection } from './call.ts';

export type Sample = {
  requestsPerSecond: number;
  /** The time from sending each request to receiving its response. */
  latenciesMs: Float64Array;
  /** The share of the time in which the client’s thread was busy. Near 1, the client is the bottleneck. */
  clientBusy: number;
};

/**
 * Sends `requests` requests. Each connection sends its next request when it has received a response. The first request of
 * each connection is extra and not measured, because it opens the connection.
 */
export async function measure(
  connections: readonly Connection[],
  requests: number,
  callsOf: (connection: number) => () => Call,
): Promise<Sample> {
  const each = Math.ceil(requests / connections.length);
  const calls = connections.map((_, i) => callsOf(i));
  const latenciesMs = new Float64Array(each * connections.length);
  await Promise.all(connections.map((connection, i) => connection.send(calls[i]!())));

  const before = performance.eventLoopUtilization();
  const startedAt = performance.now();
  await Promise.all(
    connections.map(async (connection, i) => {
      for (let n = 0; n < each; n++) {
        const call = calls[i]!();
        const sentAt = performance.now();
        await connection.send(call);
        latenciesMs[i * each + n] = performance.now() - sentAt;
      }
    }),
  );
  const elapsedMs = performance.now() - startedAt;
  return {
    requestsPerSecond: (latenciesMs.length * 1000) / elapsedMs,
    latenciesMs,
    clientBusy: performance.eventLoopUtilization(before).utilization,
  };
}
