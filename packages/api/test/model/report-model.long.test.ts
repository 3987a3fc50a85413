import { expect, it } from 'vitest';
import { checkReports } from './check-reports.ts';

// Compares the reports of 1,000 random desks with their events. check-reports.ts says how.

const runs = Number(process.env['MODEL_RUNS'] ?? 1_000);

it('reports what happened in a thousand random scenarios', { timeout: 3_600_000 }, async () => {
  const filled = await checkReports(runs, (stored, walked) => expect(stored).toEqual(walked));
  expect(filled, 'reports that counted something').toBeGreaterThan(runs / 2);
});
