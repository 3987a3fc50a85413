import { expect, it } from 'vitest';
import { liveMarkdown, liveRows } from './report.ts';

const figures = (p99: number, heap: number) => [
  {
    what: 'push to two, p99',
    unit: 'ms',
    sockets: 1_000,
    floor: [1, 2, 4],
    desk: [4, 4, p99],
    clientBusy: 0.125,
  },
  { what: 'memory of an idle socket', unit: 'KiB', sockets: 1_000, floor: [10, 10, 10], desk: [5, 6, 7] },
  { what: 'of that in V8’s heap', unit: 'KiB', sockets: 1_000, floor: [3, 3, 3], desk: [heap, heap, heap] },
];

it('compares a sample with the floor’s of the same round, and says whether the goals are met', () => {
  const lines = liveMarkdown(liveRows(figures(24, 4))).split('\n');
  expect(lines[2]).toBe(
    '| push to two, p99, ms | 1,000 | 1.00 / **2.00** / 4.00 | 4.00 / **4.00** / 24.00 | 2.00 / **4.00** / 6.00 | 13 % |',
  );
  expect(lines.slice(-2)).toEqual([
    expect.stringContaining(': met in every round: 4.0 ms, 24.0 ms in the worst.'),
    expect.stringContaining(': met: 1.33 times at most.'),
  ]);
});

it('says where they are not met', () => {
  const lines = liveMarkdown(liveRows(figures(26, 5))).split('\n');
  expect(lines.slice(-2)).toEqual([
    expect.stringContaining(': met in most rounds: 4.0 ms, 26.0 ms in the worst.'),
    expect.stringContaining(': not met: 1.67 times at most.'),
  ]);
});
