import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignProperties } from '../../test/assign-properties.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 20_000);
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);

it.each(Object.entries(assignProperties))(
  '%s, at twenty thousand desks',
  { timeout: 3_600_000 },
  async (name, propertyOf) => {
    console.info(`${name}: ${numRuns} desks, seed ${seed}`);
    const run = await fc.check<unknown>(propertyOf(await freshDatabase()), { numRuns, seed });
    expect(run.failed && fc.defaultReportMessage(run)).toBe(false);
  },
);
