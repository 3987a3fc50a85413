import { Identifier, PutAgentParam, Settings, toLanguage } from '@chat-ticket/contract';
import * as v from 'valibot';
import { schemaByKey } from './schema-by-key.ts';

const maxSeconds = 366 * 86_400;
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(maxSeconds));
const positiveSeconds = v.pipe(v.number(), v.gtValue(0), v.maxValue(maxSeconds));
const path = v.pipe(v.string(), v.minLength(1));
const text = v.pipe(v.string(), v.maxLength(256));
/** Whether a text is an ISO time on a day of the calendar. `Date.parse` moves 30 February into March. */
export function isTime(value: string): boolean {
  const day = value.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`).valueOf();
  return (
    v.is(v.pipe(v.string(), v.isoTimestamp()), value) &&
    !Number.isNaN(midnight) &&
    new Date(midnight).toISOString().startsWith(day)
  );
}

/** A language as the desk stores it. */
export const languageText = v.pipe(text, v.transform(toLanguage));
export const priority = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

const Distribution = v.variant('distribution', [
  v.strictObject({ distribution: v.literal('exponential'), meanSeconds: positiveSeconds }),
  v.strictObject({ distribution: v.literal('lognormal'), meanSeconds: positiveSeconds, sdSeconds: seconds }),
  v.strictObject({ distribution: v.literal('constant'), seconds }),
]);
const Duration = schemaByKey('csv', v.strictObject({ csv: path, column: v.string() }), Distribution);
export type Duration = v.InferOutput<typeof Duration>;

export const Rate = v.strictObject({
  perHour: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
  metadata: v.optional(
    v.strictObject({ entityId: v.optional(text), language: v.optional(languageText), ccr: v.optional(text) }),
    {},
  ),
  fields: v.optional(v.record(v.string(), v.union([text, v.number()])), {}),
  priority: v.optional(priority, 0),
  fromSeconds: v.optional(seconds, 0),
  toSeconds: v.optional(positiveSeconds),
});
export type Rate = v.InferOutput<typeof Rate>;
const Arrivals = schemaByKey(
  'csv',
  v.strictObject({ csv: path }),
  v.pipe(v.array(Rate), v.minLength(1), v.maxLength(500)),
);

const Shifts = v.pipe(
  v.array(
    v.pipe(
      v.strictObject({ fromSeconds: seconds, toSeconds: seconds }),
      v.check(({ fromSeconds, toSeconds }) => fromSeconds < toSeconds, 'must end after it begins'),
    ),
  ),
  v.checkItems(
    ({ fromSeconds }, i, shifts) => i === 0 || fromSeconds >= shifts[i - 1]!.toSeconds,
    'must not begin before the previous shift ends',
  ),
);
const agentEntries = {
  skills: PutAgentParam.entries.skills,
  capacity: PutAgentParam.entries.capacity,
  shifts: v.optional(Shifts),
};
const Agents = schemaByKey(
  'count',
  v.strictObject({
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
    prefix: v.optional(Identifier, 'agent'),
    ...agentEntries,
  }),
  v.strictObject({ id: Identifier, ...agentEntries }),
);

/**
 * The format of a scenario file: a day, and the desk that it runs on. Paths in it are relative to it.
 *
 * @see docs/simulate.md: every field and its default
 */
export const Scenario = v.pipe(
  v.strictObject({
    seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)), 1),
    runs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)), 20),
    startsAt: v.optional(
      v.pipe(
        v.string(),
        v.check(isTime, 'must be a time such as 2026-06-01T09:00:00Z'),
        v.transform((time: string) => Date.parse(time)),
      ),
    ),
    durationSeconds: positiveSeconds,
    warmUpSeconds: v.optional(seconds, 0),
    settings: v.optional(Settings),
    settingsFile: v.optional(path),
    arrivals: Arrivals,
    handling: Duration,
    patience: v.optional(Duration),
    pickDelay: v.optional(Duration),
    wrapUp: v.optional(Duration),
    agents: v.pipe(v.array(Agents), v.minLength(1), v.maxLength(1_000)),
    thresholdsSeconds: v.optional(v.pipe(v.array(seconds), v.maxLength(20)), [0, 60, 300]),
  }),
  v.check(
    ({ settings, settingsFile }) => !settings || !settingsFile,
    'has both `settings` and `settingsFile`. Remove one of them.',
  ),
  v.forward(
    v.check(
      ({ warmUpSeconds, durationSeconds }) => warmUpSeconds < durationSeconds,
      'must be shorter than `durationSeconds`',
    ),
    ['warmUpSeconds'],
  ),
);
export type Scenario = v.InferOutput<typeof Scenario>;
