import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignProperties } from '../../test/assign-properties.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

// Runs assign.property.test.ts, which says what it proves and how, with 20,000 random desks for each property. It
// prints the seed of each run; PROPERTY_SEED repeats a run.

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 20_000);
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);

it.each(Object.entries(assignProperties))(
  '%s, for twenty thousand random desks',
  { timeout: 3_600_000 },
  async (name, propertyOf) => {
    console.info(`${name}: ${numRuns} desks, seed ${seed}`);
    const run = await fc.check<unknown>(propertyOf(await freshDatabase()), { numRuns, seed });
    expect(run.failed && fc.defaultReportMessage(run)).toBe(false);
  },
);
