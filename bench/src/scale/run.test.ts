import { expect, it } from 'vitest';
import { scaleMarkdown, scaleRows } from './report.ts';
import { runScale, sizes } from './run.ts';

it('times every operation on a desk of every size', { timeout: 60_000 }, async () => {
  const results = await runScale({ rounds: 1, perRound: 3, shrinkBy: 1_000 }, () => {});
  expect(results).toHaveLength(6 * sizes.length);
  for (const { medians } of results) expect(medians).toEqual([expect.any(Number)]);
  const rows = scaleRows(results);
  expect(rows.filter(({ ratio }) => ratio.median === 1).length).toBeGreaterThanOrEqual(6);
  expect(scaleMarkdown(rows).split('\n')).toHaveLength(2 + results.length);
});
