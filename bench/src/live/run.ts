import { measureDelivery } from './delivery.ts';
import { interleave, type Progress } from './interleave.ts';
import type { LivePlan } from './live-plan.ts';
import { limitSockets } from './limit-sockets.ts';
import { measureMemory } from './memory.ts';
import { memoryMetrics, type Metric } from './metric.ts';
import { createIdleTokens } from './rooms.ts';
import { createServerUnderTest } from './server-under-test.ts';
import { liveServers } from './servers.ts';

/** Measures the live channel of the desk and of a bare broadcast server, interleaved. */
export async function runLive(wanted: LivePlan, progress: Progress): Promise<Metric[]> {
  const plan = { ...wanted, sockets: limitSockets(wanted.sockets) };
  if (plan.sockets[1] < wanted.sockets[1])
    progress(`the limit of open files allows only ${plan.sockets[1]} sockets for each server`);
  const memory = await measureIdle(plan, progress);
  const servers = {
    baseline: createServerUnderTest(await liveServers.baseline()),
    desk: createServerUnderTest(await liveServers.desk()),
  };
  try {
    return [...(await measureDelivery(plan, servers, progress)), ...memory];
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function measureIdle({ rounds, sockets }: LivePlan, progress: Progress): Promise<Metric[]> {
  const tokens = await createIdleTokens(sockets[1]);
  const { baseline, desk } = await interleave(
    'idle sockets',
    { warmUpRounds: 0, rounds },
    (name) => measureMemory(liveServers[name], tokens, sockets),
    progress,
  );
  return sockets.flatMap((_, i) =>
    memoryMetrics(
      baseline.map((all) => all[i]!),
      desk.map((all) => all[i]!),
    ),
  );
}
