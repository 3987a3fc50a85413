import { expect, it } from 'vitest';
import { searchMarkdown } from './report.ts';
import { measure, searches } from './run.ts';
import { variants } from './variants.ts';

it('indexes and searches the same messages with every variant', { timeout: 60_000 }, () => {
  const results = variants.map((variant) => measure(variant, 2_000));
  const rowsOf = (name: string) => results.map(({ searches: own }) => own[name]!.rows);
  expect(rowsOf('rare word')).toEqual(variants.map(() => 1));
  // The desk’s variant finds what each of the others finds.
  const [, , pairs] = results;
  for (const { searches: own } of results)
    for (const [name, { rows }] of Object.entries(own))
      expect({ name, isFewer: pairs!.searches[name]!.rows < rows }).toEqual({ name, isFewer: false });
  expect(searchMarkdown(results).split('\n')).toHaveLength(
    5 + variants.length + Object.keys(searches).length,
  );
});
