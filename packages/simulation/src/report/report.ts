import type { Settings } from '@chat-ticket/contract';
import type { EngineName } from '../engine/engine.ts';
import type { DeskSummary, Summary } from '../measure/summarise.ts';
import type { ScenarioPlan } from '../scenario/read-scenario.ts';

export type NamedSettings = { readonly name: string; readonly settings: Settings };

type NamedSummary = { readonly id: string; readonly figures: Summary };

/** The output of `--json`. The same scenario, seed and settings give the same report. */
export type Report = {
  /** The path of the scenario file. */
  readonly scenario: string;
  readonly engine: EngineName;
  readonly seed: number;
  readonly runs: number;
  readonly durationSeconds: number;
  readonly warmUpSeconds: number;
  /** One entry for each of the settings. */
  readonly desks: readonly {
    /** The path of the settings file, or `scenario`. */
    readonly settings: string;
    readonly total: Summary;
    readonly queues: readonly (NamedSummary & { readonly goal: { seconds: number; percent: number } })[];
    readonly agents: readonly NamedSummary[];
  }[];
  /** The second desk minus the first. Undefined unless two are compared. */
  readonly difference?: Summary;
};

export function createReport(
  of: { readonly scenario: string; readonly engine: EngineName },
  { day, runs, warmUpMs, agents }: ScenarioPlan,
  settings: readonly NamedSettings[],
  { desks, difference }: { readonly desks: readonly DeskSummary[]; readonly difference?: Summary },
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
