import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignProperties } from '../../test/assign-properties.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

it.each(Object.entries(assignProperties))('%s', { timeout: 120_000 }, async (_, propertyOf) => {
  const run = await fc.check<unknown>(propertyOf(await freshDatabase()), { numRuns });
  expect(run.failed && fc.defaultReportMessage(run)).toBe(false);
});
