import { show, type Spread, spread } from '../report.ts';
import type { Metric } from './metric.ts';

export type LiveRow = {
  what: string;
  unit: string;
  sockets: number;
  baseline: Spread;
  desk: Spread;
  /** The desk’s sample divided by the baseline’s of the same round. */
  ratio: Spread;
  clientBusy?: number;
};

export const liveRows = (metrics: readonly Metric[]): LiveRow[] =>
  metrics.map(({ baseline, desk, ...rest }) => ({
    ...rest,
    baseline: spread(baseline),
    desk: spread(desk),
    ratio: spread(desk.map((value, round) => value / baseline[round]!)),
  }));

const digits: Record<string, number> = { ms: 2, '/s': 0, KiB: 1 };

export const liveMarkdown = (rows: readonly LiveRow[]): string =>
  [
    '| measure | sockets | baseline | desk | ratio to baseline | client busy |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ what, unit, sockets, baseline, desk, ratio, clientBusy }) =>
      [
        '',
        `${what}, ${unit}`.replace(', /s', ' per second'),
        sockets.toLocaleString('en'),
        show(baseline, digits[unit]!),
        show(desk, digits[unit]!),
        show(ratio, 2),
        clientBusy === undefined ? '' : `${(clientBusy * 100).toFixed(0)} %`,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    ...goals.map((goal) => goal(rows)),
  ].join('\n');

type Goal = (rows: readonly LiveRow[]) => string;

const goals: readonly Goal[] = [
  (rows) => {
    const { desk, sockets } = rows.find(({ what }) => what.endsWith('p99'))!;
    const isMet = desk.max < 25 ? 'met in every round' : desk.median < 25 ? 'met in most rounds' : 'not met';
    const result = `${isMet}. Median ${desk.median.toFixed(1)} ms, worst ${desk.max.toFixed(1)} ms`;
    return `Goal: p99 under 25 ms with ${sockets.toLocaleString('en')} sockets: ${result}.`;
  },
  (rows) => {
    // Both ratios count, because RSS hides memory that a server reuses.
    const most = Math.max(...rows.filter(({ unit }) => unit === 'KiB').map(({ ratio }) => ratio.median));
    const result = `${most <= 1.5 ? 'met' : 'not met'}. At most ${most.toFixed(2)} times`;
    return `Goal: at most 1.5 times the baseline’s memory for each socket: ${result}.`;
  },
];
