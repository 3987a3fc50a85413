import { show, type Spread, spread } from '../report.ts';
import type { Metric } from './metric.ts';

export type LiveRow = {
  what: string;
  unit: string;
  sockets: number;
  floor: Spread;
  desk: Spread;
  /** The desk’s sample to the floor’s of the same round. */
  ratio: Spread;
  clientBusy?: number;
};

export const liveRows = (metrics: readonly Metric[]): LiveRow[] =>
  metrics.map(({ floor, desk, ...known }) => ({
    ...known,
    floor: spread(floor),
    desk: spread(desk),
    ratio: spread(desk.map((value, round) => value / floor[round]!)),
  }));

const digits: Record<string, number> = { ms: 2, '/s': 0, KiB: 1 };

export const liveMarkdown = (rows: readonly LiveRow[]): string =>
  [
    '| what | sockets | floor | desk | desk to floor | client busy |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ what, unit, sockets, floor, desk, ratio, clientBusy }) =>
      [
        '',
        `${what}, ${unit}`.replace(', /s', ' a second'),
        sockets.toLocaleString('en'),
        show(floor, digits[unit]!),
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
    const said = `${isMet}: ${desk.median.toFixed(1)} ms, ${desk.max.toFixed(1)} ms in the worst`;
    return `Goal: p99 under 25 ms with ${sockets.toLocaleString('en')} sockets: ${said}.`;
  },
  (rows) => {
    // Of both: what a server has freed before hides in its RSS.
    const most = Math.max(...rows.filter(({ unit }) => unit === 'KiB').map(({ ratio }) => ratio.median));
    const said = `${most <= 1.5 ? 'met' : 'not met'}: ${most.toFixed(2)} times at most`;
    return `Goal: at most 1.5 times the bare server’s memory a socket: ${said}.`;
  },
];
