import { fieldKeys } from '@chat-ticket/domain';
import { defaultSettings, Settings, SettingsDocument } from '@chat-ticket/contract';
import type { Distribution } from '../day/distribution.ts';
import type { ArrivalRate, DayPlan } from '../day/sample-day.ts';
import type { AgentPlan } from '../engine/desk-plan.ts';
import { parseJson } from './parse-json.ts';
import { readArrivals, type ScenarioTime, secondsCell } from './read-arrivals.ts';
import { readCsv } from './read-csv.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import { type Duration, type Rate, Scenario } from './scenario.ts';
import { schemaByKey } from './schema-by-key.ts';

/** A scenario with the contents of all files that it names. */
export type ScenarioPlan = {
  readonly day: DayPlan;
  readonly agents: readonly AgentPlan[];
  readonly settings: Settings;
  readonly runs: number;
  readonly warmUpMs: number;
  readonly thresholdsSeconds: readonly number[];
  /** Ms since 1970. Undefined: the scenario has no date, so opening hours have no meaning in it. */
  readonly startsAt: number | undefined;
};

/** A Monday. */
const fallbackStart = Date.parse('2024-01-01T00:00:00Z');
const SettingsFile = schemaByKey('settings', SettingsDocument, Settings);
const maxTickets = 5_000_000;

/**
 * Reads a scenario and the files that it names. Throws an error with one line for each problem. Each line names the file
 * and the place in it.
 */
export function readScenario(file: string, files: ScenarioFiles): ScenarioPlan {
  const scenario = parseJson(Scenario, file, files.read(file));
  const resolve = (path: string) => files.resolve(file, path);
  const recordedIn = (path: string, time: ScenarioTime) => readArrivals(path, files.read(path), time);
  const toDistribution = (duration: Duration): Distribution =>
    'csv' in duration ? readDurations(resolve(duration.csv), duration.column, files) : duration;
  const { startsAt, durationSeconds, arrivals, patience, pickDelay, wrapUp } = scenario;
  const durationMs = durationSeconds * 1000;
  const day: DayPlan = {
    seed: scenario.seed,
    startsAt: startsAt ?? fallbackStart,
    durationMs,
    arrivals:
      'csv' in arrivals
        ? { recorded: recordedIn(resolve(arrivals.csv), { startsAt, fallbackStart, durationMs }) }
        : { rates: arrivals.map(toArrivalRate) },
    handling: toDistribution(scenario.handling),
    ...(patience && { patience: toDistribution(patience) }),
    ...(pickDelay && { pickDelay: toDistribution(pickDelay) }),
    ...(wrapUp && { wrapUp: toDistribution(wrapUp) }),
  };
  if (expectedTickets(day) > maxTickets)
    throw new Error(
      `${file} $.arrivals: more than ${maxTickets.toLocaleString('en')} tickets a run. Lower the rates or \`durationSeconds\`.`,
    );
  return {
    day,
    startsAt,
    agents: agentsOf(file, scenario.agents),
    settings: scenario.settingsFile
      ? readSettings(resolve(scenario.settingsFile), files)
      : (scenario.settings ?? defaultSettings),
    runs: scenario.runs,
    warmUpMs: scenario.warmUpSeconds * 1000,
    thresholdsSeconds: scenario.thresholdsSeconds,
  };
}

/** Reads settings from a file: the body of `PUT /v1/settings`, or a response of `GET /v1/settings`. */
export function readSettings(file: string, files: ScenarioFiles): Settings {
  const read = parseJson(SettingsFile, file, files.read(file));
  return 'settings' in read ? read.settings : read;
}

function readDurations(file: string, column: string, files: ScenarioFiles): Distribution {
  const columns = { [column]: secondsCell };
  const rows: Record<string, number>[] = readCsv(file, files.read(file), columns, { isStrict: false });
  return { distribution: 'empirical', seconds: rows.map((row) => row[column]!) };
}

function toArrivalRate({ metadata, fields, priority, perHour, fromSeconds, toSeconds = Infinity }: Rate) {
  const { entityId = '', language = null, ccr = null } = metadata;
  const kind = { entityId, language, ccr, priority, fieldKeys: fieldKeys(fields) };
  return { kind, perHour, fromMs: fromSeconds * 1000, toMs: toSeconds * 1000 } satisfies ArrivalRate;
}

function expectedTickets({ arrivals, durationMs }: DayPlan): number {
  if ('recorded' in arrivals) return arrivals.recorded.length;
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
  const duplicate = agents.find(({ id }, i) => agents.findIndex((agent) => agent.id === id) < i);
  if (duplicate)
    throw new Error(
      `${file} $.agents: the id ${duplicate.id} is used twice. Give each group its own \`prefix\`.`,
    );
  return agents;
}
