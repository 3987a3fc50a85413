import { expect, it } from 'vitest';
import { liveMarkdown, liveRows } from './report.ts';

const figures = (p99: number, heap: number) => [
  {
    what: 'push latency to 2 listeners, p99',
    unit: 'ms',
    sockets: 1_000,
    baseline: [1, 2, 4],
    desk: [4, 4, p99],
    clientBusy: 0.125,
  },
  { what: 'RSS of an idle socket', unit: 'KiB', sockets: 1_000, baseline: [10, 10, 10], desk: [5, 6, 7] },
  {
    what: 'V8 heap of an idle socket',
    unit: 'KiB',
    sockets: 1_000,
    baseline: [3, 3, 3],
    desk: [heap, heap, heap],
  },
];

it('divides each sample by the baseline’s of the same round, and reports that the goals are met', () => {
  const lines = liveMarkdown(liveRows(figures(24, 4))).split('\n');
  expect(lines[2]).toBe(
    '| push latency to 2 listeners, p99, ms | 1,000 | 1.00 / **2.00** / 4.00 | 4.00 / **4.00** / 24.00 | 2.00 / **4.00** / 6.00 | 13 % |',
  );
  expect(lines.slice(-2)).toEqual([
    expect.stringContaining(': met in every round. Median 4.0 ms, worst 24.0 ms.'),
    expect.stringContaining(': met. At most 1.33 times.'),
  ]);
});

it('reports that a goal is not met', () => {
  const lines = liveMarkdown(liveRows(figures(26, 5))).split('\n');
  expect(lines.slice(-2)).toEqual([
    expect.stringContaining(': met in most rounds. Median 4.0 ms, worst 26.0 ms.'),
    expect.stringContaining(': not met. At most 1.67 times.'),
  ]);
});
