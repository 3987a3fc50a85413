import { type EngineName, engines } from '../simulate/engine.ts';
import { readScenario, readSettings } from '../simulate/read-scenario.ts';
import { renderReport } from '../simulate/render-report.ts';
import { type NamedSettings, reportOf } from '../simulate/report.ts';
import { simulateDesks } from '../simulate/simulate-desks.ts';

export type SimulateOptions = {
  /** Files with settings, instead of those of the scenario: one, or two to compare. */
  readonly settings?: readonly string[];
  readonly json?: boolean;
  readonly engine?: EngineName;
};

export async function simulate(file: string, options: SimulateOptions = {}): Promise<void> {
  const plan = readScenario(file);
  const { settings: given = [], engine = 'rule' } = options;
  if (given.length > 2) throw new Error('--settings can be given once, or twice to compare');
  const desks: NamedSettings[] =
    given.length > 0
      ? given.map((name) => ({ name, settings: readSettings(name) }))
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
