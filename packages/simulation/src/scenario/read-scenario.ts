import { defaultSettings, Settings, SettingsDocument } from '@chat-ticket/contract';
import * as v from 'valibot';
import type { Distribution } from '../day/distribution.ts';
import type { DayPlan } from '../day/sample-day.ts';
import type { AgentPlan } from '../rule/crew.ts';
import { either } from './either.ts';
import { parseJson } from './parse-json.ts';
import { readArrivals, type Span } from './read-arrivals.ts';
import { readCsv } from './read-csv.ts';
import { type Duration, type Rate, Scenario } from './scenario.ts';
import type { ScenarioFiles } from './scenario-files.ts';

/** A scenario with all that its files hold. */
export type Plan = {
  readonly day: DayPlan;
  readonly agents: readonly AgentPlan[];
  readonly settings: Settings;
  readonly runs: number;
  readonly warmUpMs: number;
  readonly thresholdsSeconds: readonly number[];
  /** Undefined: what goes by the clock, such as opening hours, has no meaning. */
  readonly startsAt: number | undefined;
};

/** A Monday. */
const fallbackStart = Date.parse('2024-01-01T00:00:00Z');
const SettingsFile = either('settings', SettingsDocument, Settings);
const maxTickets = 5_000_000;
const cell = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/, 'must be a number of seconds'), v.transform(Number));

/** Throws a line for each problem, which names the file and the place in it. */
export function readScenario(file: string, files: ScenarioFiles): Plan {
  const scenario = parseJson(Scenario, file, files.read(file));
  const near = (path: string) => files.resolve(file, path);
  const law = (duration: Duration): Distribution =>
    'csv' in duration ? empirical(near(duration.csv), duration.column, files) : duration;
  const recordOf = (path: string, span: Span) => readArrivals(path, files.read(path), span);
  const { startsAt, durationSeconds, arrivals, patience, pickDelay, wrapUp } = scenario;
  const durationMs = durationSeconds * 1000;
  const day: DayPlan = {
    seed: scenario.seed,
    startsAt: startsAt ?? fallbackStart,
    durationMs,
    arrivals:
      'csv' in arrivals
        ? { record: recordOf(near(arrivals.csv), { startsAt, fallbackStart, durationMs }) }
        : { rates: arrivals.map(rateOf) },
    handling: law(scenario.handling),
    ...(patience && { patience: law(patience) }),
    ...(pickDelay && { pickDelay: law(pickDelay) }),
    ...(wrapUp && { wrapUp: law(wrapUp) }),
  };
  if (ticketsOf(day) > maxTickets)
    throw new Error(`${file} $.arrivals: more than ${maxTickets.toLocaleString('en')} tickets a run`);
  return {
    day,
    startsAt,
    agents: agentsOf(file, scenario.agents),
    settings: scenario.settingsFile
      ? readSettings(near(scenario.settingsFile), files)
      : (scenario.settings ?? defaultSettings),
    runs: scenario.runs,
    warmUpMs: scenario.warmUpSeconds * 1000,
    thresholdsSeconds: scenario.thresholdsSeconds,
  };
}

/** Settings as a supervisor writes them, or the document that the desk answers with. */
export function readSettings(file: string, files: ScenarioFiles): Settings {
  const read = parseJson(SettingsFile, file, files.read(file));
  return 'settings' in read ? read.settings : read;
}

function empirical(file: string, column: string, files: ScenarioFiles): Distribution {
  const rows: Record<string, number>[] = readCsv(
    file,
    files.read(file),
    { [column]: cell },
    { isStrict: false },
  );
  return { distribution: 'empirical', seconds: rows.map((row) => row[column]!) };
}

function rateOf({ metadata, priority, perHour, fromSeconds, toSeconds = Infinity }: Rate) {
  const { entityId = '', language = null, ccr = null } = metadata;
  const kind = { entityId, language, ccr, priority };
  return { kind, perHour, fromMs: fromSeconds * 1000, toMs: toSeconds * 1000 };
}

function ticketsOf({ arrivals, durationMs }: DayPlan): number {
  if ('record' in arrivals) return arrivals.record.length;
  const hours = (fromMs: number, toMs: number) =>
    Math.max(0, Math.min(toMs, durationMs) - fromMs) / 3_600_000;
  return arrivals.rates.reduce((sum, { perHour, fromMs, toMs }) => sum + perHour * hours(fromMs, toMs), 0);
}

function agentsOf(file: string, entries: Scenario['agents']): AgentPlan[] {
  const agents = entries.flatMap((entry): AgentPlan[] => {
    const { skills, capacity, shifts } = entry;
    const plan = {
      skills,
      ...(capacity !== undefined && { capacity }),
      ...(shifts && {
        shifts: shifts.map((one) => ({ fromMs: one.fromSeconds * 1000, toMs: one.toSeconds * 1000 })),
      }),
    };
    if ('id' in entry) return [{ ...plan, id: entry.id }];
    return Array.from({ length: entry.count }, (_, i) => ({ ...plan, id: `${entry.prefix}-${i + 1}` }));
  });
  const twice = agents.find(({ id }, i) => agents.findIndex((agent) => agent.id === id) < i);
  if (twice)
    throw new Error(`${file} $.agents: ${twice.id} stands twice; give each group a \`prefix\` of its own`);
  return agents;
}
