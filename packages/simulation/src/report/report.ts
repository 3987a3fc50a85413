import type { Settings } from '@chat-ticket/contract';
import type { EngineName } from '../engine.ts';
import type { Plan } from '../scenario/read-scenario.ts';
import type { Comparison } from '../simulate-desks.ts';
import type { Summary } from './summarise.ts';

export type NamedSettings = { readonly name: string; readonly settings: Settings };

type NamedSummary = { readonly id: string; readonly figures: Summary };

/** What `--json` prints. The same scenario, seed and settings give the same report. */
export type Report = {
  readonly scenario: string;
  readonly engine: EngineName;
  readonly seed: number;
  readonly runs: number;
  readonly durationSeconds: number;
  readonly warmUpSeconds: number;
  readonly desks: readonly {
    readonly settings: string;
    readonly total: Summary;
    readonly queues: readonly (NamedSummary & { readonly goal: { seconds: number; percent: number } })[];
    readonly agents: readonly NamedSummary[];
  }[];
  readonly difference?: Summary;
};

export function reportOf(
  of: { readonly scenario: string; readonly engine: EngineName },
  { day, runs, warmUpMs, agents }: Plan,
  settings: readonly NamedSettings[],
  { desks, difference }: Comparison,
): Report {
  return {
    ...of,
    seed: day.seed,
    runs,
    durationSeconds: day.durationMs / 1000,
    warmUpSeconds: warmUpMs / 1000,
    desks: desks.map((desk, i) => ({
      settings: settings[i]!.name,
      total: desk.total,
      queues: settings[i]!.settings.queues.map(({ id, goal }, queue) => ({
        id,
        goal,
        figures: desk.queues[queue]!,
      })),
      agents: agents.map(({ id }, agent) => ({ id, figures: desk.agents[agent]! })),
    })),
    ...(difference && { difference }),
  };
}
