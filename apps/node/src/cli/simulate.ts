import {
  type Engine,
  type EngineName,
  type NamedSettings,
  readScenario,
  readSettings,
  renderReport,
  reportOf,
  type ScenarioFiles,
  simulateDay,
  simulateDesks,
} from '@chat-ticket/simulation';
import { simulateAtDesk } from '@chat-ticket/simulation/desk';
import { dirname, resolve } from 'node:path';
import { readText } from './read-text.ts';

const engines: Readonly<Record<EngineName, Engine>> = { rule: simulateDay, sql: simulateAtDesk };

export const scenarioFiles: ScenarioFiles = {
  read: readText,
  resolve: (from, path) => resolve(dirname(from), path),
};

export type SimulateOptions = {
  /** Files with settings, instead of those of the scenario: one, or two to compare. */
  readonly settings?: readonly string[];
  readonly json?: boolean;
  readonly engine?: EngineName;
};

export async function simulate(file: string, options: SimulateOptions = {}): Promise<void> {
  const plan = readScenario(file, scenarioFiles);
  const { settings: given = [], engine = 'rule' } = options;
  if (given.length > 2) throw new Error('--settings can be given once, or twice to compare');
  const desks: NamedSettings[] =
    given.length > 0
      ? given.map((name) => ({ name, settings: readSettings(name, scenarioFiles) }))
      : [{ name: 'scenario', settings: plan.settings }];
  if (plan.startsAt === undefined && desks.some(({ settings }) => settings.queues.some(({ hours }) => hours)))
    throw new Error(`${file} $.startsAt: is required where a queue has opening hours`);

  const report = reportOf(
    { scenario: file, engine },
    plan,
    desks,
    await simulateDesks(
      plan,
      desks.map(({ settings }) => settings),
      engines[engine],
    ),
  );
  console.log(options.json ? JSON.stringify(report, null, 2) : renderReport(report));
}
