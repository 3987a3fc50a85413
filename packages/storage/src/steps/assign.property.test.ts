import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignProperties } from '../../test/assign-properties.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

// Proves that the SQL of routing does what its specification in packages/domain/src/routing says. fast-check generates
// random desks: settings, agents and tickets. Each is written into a database; the places and assignments that the SQL
// makes must equal those of the specification. assign-properties.ts has the properties. A failure prints the smallest
// desk that shows the difference. PROPERTY_RUNS sets the number of desks.

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

it.each(Object.entries(assignProperties))('%s', { timeout: 120_000 }, async (_, propertyOf) => {
  const run = await fc.check<unknown>(propertyOf(await freshDatabase()), { numRuns });
  expect(run.failed && fc.defaultReportMessage(run)).toBe(false);
});
