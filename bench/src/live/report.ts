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
    const row = rows.find(({ what }) => what.endsWith('p99'))!;
    const isMet = row.desk.max < 25;
    return `Goal: p99 under 25 ms with ${row.sockets.toLocaleString('en')} sockets: ${isMet ? 'met in every round' : 'not met in every round'}.`;
  },
  (rows) => {
    const memory = rows.filter(({ what }) => what.startsWith('memory'));
    const isMet = memory.every(({ ratio }) => ratio.median <= 1.5);
    return `Goal: at most 1.5 times the bare server’s memory a socket: ${isMet ? 'met' : 'not met'}.`;
  },
];
