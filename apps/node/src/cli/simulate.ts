import { renderReport, ruleEngine, type ScenarioFiles, simulateScenario } from '@chat-ticket/simulation';
import { deskEngine } from '@chat-ticket/simulation/desk';
import { dirname, resolve } from 'node:path';
import { readText } from './read-text.ts';

/** The choices of `--engine`. */
export const engines = { rule: ruleEngine, sql: deskEngine };

const files: ScenarioFiles = {
  read: readText,
  resolve: (from, path) => resolve(dirname(from), path),
};

export type SimulateOptions = {
  /** Settings files that replace the settings of the scenario: one, or two to compare. */
  readonly settings?: readonly string[];
  /** Prints JSON instead of tables. */
  readonly json?: boolean;
  readonly engine: keyof typeof engines;
};

export async function simulate(
  file: string,
  { settings = [], json, engine }: SimulateOptions,
): Promise<void> {
  if (settings.length > 2)
    throw new Error(`--settings is given ${settings.length} times. Give it once, or twice to compare.`);
  const report = await simulateScenario(file, { files, engine: engines[engine], settingsFiles: settings });
  console.log(json ? JSON.stringify(report, null, 2) : renderReport(report));
}
