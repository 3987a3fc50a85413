import { expect, it } from 'vitest';
import { checkReports } from './check-reports.ts';

// Compares the reports of 40 random desks with their events. check-reports.ts says how.

const runs = Number(process.env['MODEL_RUNS'] ?? 40);

it('reports what happened in every random scenario', { timeout: 300_000 }, async () => {
  const filled = await checkReports(runs, (stored, walked) => expect(stored).toEqual(walked));
  expect(filled, 'reports that counted something').toBeGreaterThan(runs / 2);
});
