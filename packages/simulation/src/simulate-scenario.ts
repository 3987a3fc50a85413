import type { Engine } from './engine/engine.ts';
import { createReport, type NamedSettings, type Report } from './report/report.ts';
import { readScenario, readSettings } from './scenario/read-scenario.ts';
import type { ScenarioFiles } from './scenario/scenario-files.ts';
import { simulateDesks } from './simulate-desks.ts';

export type SimulateScenarioOptions = {
  readonly files: ScenarioFiles;
  readonly engine: Engine;
  /** Settings files that replace the settings of the scenario: one, or two to compare. Default: none. */
  readonly settingsFiles?: readonly string[];
};

/**
 * Simulates a scenario file. Throws an error with one line for each problem of a file. Each line names the file and the
 * place in it.
 */
export async function simulateScenario(
  file: string,
  { files, engine, settingsFiles = [] }: SimulateScenarioOptions,
): Promise<Report> {
  const plan = readScenario(file, files);
  const desks: NamedSettings[] =
    settingsFiles.length > 0
      ? settingsFiles.map((name) => ({ name, settings: readSettings(name, files) }))
      : [{ name: 'scenario', settings: plan.settings }];
  if (plan.startsAt === undefined && desks.some(({ settings }) => settings.queues.some(({ hours }) => hours)))
    throw new Error(`${file} $.startsAt: is required, because a queue has opening hours`);
  const settings = desks.map((desk) => desk.settings);
  const comparison = await simulateDesks(plan, settings, engine.simulate);
  return createReport({ scenario: file, engine: engine.name }, plan, desks, comparison);
}
