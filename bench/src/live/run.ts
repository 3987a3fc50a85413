import { affordable } from './affordable.ts';
import { liveContenders } from './contenders.ts';
import { idleTokens } from './crowd.ts';
import { inTurns, type Progress } from './in-turns.ts';
import { measureMemory } from './memory.ts';
import { memoryMetrics, type Metric } from './metric.ts';
import { createSide } from './side.ts';
import { measureTelling } from './telling.ts';

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

/** Measures the live channel of the desk beside a bare broadcast server, in turns. */
export async function runLive(wanted: LivePlan, progress: Progress): Promise<Metric[]> {
  const plan = { ...wanted, sockets: affordable(wanted.sockets) };
  if (plan.sockets[1] < wanted.sockets[1])
    progress(`the limit of open files allows for no more than ${plan.sockets[1]} sockets a server`);
  const memory = await measureIdle(plan, progress);
  const sides = {
    floor: createSide(await liveContenders.floor()),
    desk: createSide(await liveContenders.desk()),
  };
  try {
    return [...(await measureTelling(plan, sides, progress)), ...memory];
  } finally {
    await Promise.all(Object.values(sides).map((side) => side.stop()));
  }
}

async function measureIdle({ rounds, sockets }: LivePlan, progress: Progress): Promise<Metric[]> {
  const tokens = await idleTokens(sockets[1]);
  const { floor, desk } = await inTurns(
    'idle sockets',
    { warmUpRounds: 0, rounds },
    (name) => measureMemory(liveContenders[name], tokens, sockets),
    progress,
  );
  return sockets.flatMap((_, i) =>
    memoryMetrics(
      floor.map((all) => all[i]!),
      desk.map((all) => all[i]!),
    ),
  );
}
