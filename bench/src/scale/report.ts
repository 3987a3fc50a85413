import type { ScaleResult } from './run.ts';

export type ScaleRow = {
  operation: string;
  size: ScaleResult['size'];
  /** The spread of the medians of the rounds, in ms. */
  ms: { min: number; median: number; max: number };
  /** Each median divided by that of the smallest store in the same round. */
  ratio: { min: number; median: number; max: number };
};

const spread = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[sorted.length >> 1]!, max: sorted.at(-1)! };
};

export const scaleRows = (results: readonly ScaleResult[]): ScaleRow[] =>
  results.map(({ operation, size, medians }) => {
    const base = results.find((other) => other.operation === operation)!;
    return {
      operation,
      size,
      ms: spread(medians),
      ratio: spread(medians.map((ms, round) => ms / base.medians[round]!)),
    };
  });

export const scaleMarkdown = (rows: readonly ScaleRow[]): string =>
  [
    '| operation | agents online | waiting | closed | ms | ratio to the smallest desk |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ operation, size, ms, ratio }) =>
      [
        '',
        operation,
        size.agents.toLocaleString('en'),
        size.waiting.toLocaleString('en'),
        size.closed.toLocaleString('en'),
        show(ms),
        show(ratio),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');

const show = ({ min, median, max }: ScaleRow['ms']) =>
  `${min.toFixed(2)} / **${median.toFixed(2)}** / ${max.toFixed(2)}`;
