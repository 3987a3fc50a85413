import type { Interval } from './mean-interval.ts';
import type { Report } from './report.ts';
import type { Summary } from './summarise.ts';
import { table } from './table.ts';

type Unit = 'count' | 'percent' | 'seconds';

const waitOver = /^waitOver(.+)Seconds$/;

const totals: readonly [figure: string, label: string][] = [
  ['tickets', 'tickets'],
  ['refused', 'refused'],
  ['answered', 'answered'],
  ['abandoned', 'abandoned'],
  ['unserved', 'never served'],
  ['abandonment', 'abandonment'],
  ['serviceLevel', 'service level'],
  ['meanWaitSeconds', 'wait, mean'],
  ['p50WaitSeconds', 'wait, p50'],
  ['p90WaitSeconds', 'wait, p90'],
  ['p99WaitSeconds', 'wait, p99'],
];
const perQueue = [
  'tickets',
  'abandonment',
  'serviceLevel',
  'meanWaitSeconds',
  'p90WaitSeconds',
  'p99WaitSeconds',
];
const perAgent = ['answered', 'misses', 'occupancy'];
const labels: ReadonlyMap<string, string> = new Map([...totals, ['occupancy', 'occupancy']]);

/** The report as a person reads it. */
export function renderReport({ desks: found, difference, ...report }: Report): string {
  const desks = shortNamed(found);
  const { scenario, engine, seed, runs, durationSeconds, warmUpSeconds } = report;
  const warmUp = warmUpSeconds > 0 ? `, the first ${hours(warmUpSeconds)} left out` : '';
  const columns = [...desks.map(({ total }) => total), ...(difference ? [difference] : [])];
  const heading = ['', ...desks.map(({ settings }) => settings), ...(difference ? ['difference'] : [])];
  const overs = Object.keys(desks[0]!.total).filter((figure) => waitOver.test(figure));
  const figures = [...totals.map(([figure]) => figure), ...overs, 'occupancy'];
  const rows = figures.map((figure) =>
    [labelOf(figure)].concat(columns.map((summary) => cell(figure, summary[figure], summary === difference))),
  );
  const parts = [
    `${scenario}: ${counted(runs, 'run')} of ${hours(durationSeconds)}${warmUp}, seed ${seed}${engine === 'sql' ? ', at the desk itself' : ''}`,
    table([heading, ...rows]),
  ];
  for (const { settings, queues, agents } of desks) {
    const named = desks.length > 1 ? ` (${settings})` : '';
    parts.push(
      table([
        [`queue${named}`, 'goal', ...perQueue.map(labelOf)],
        ...queues.map(({ id, goal, figures: summary }) =>
          [id, `${goal.percent} % in ${goal.seconds} s`].concat(cells(perQueue, summary)),
        ),
      ]),
      table([
        [`agent${named}`, ...perAgent.map(labelOf)],
        ...agents.map(({ id, figures: summary }) => [id].concat(cells(perAgent, summary))),
      ]),
    );
  }
  parts.push(note(runs, difference !== undefined));
  return parts.join('\n\n');
}

/** Files are named without their folders where that tells them apart. */
function shortNamed(desks: Report['desks']): Report['desks'] {
  const names = desks.map(({ settings }) => baseName(settings));
  if (new Set(names).size < names.length) return desks;
  return desks.map(({ total, queues, agents }, i) => ({ settings: names[i]!, total, queues, agents }));
}

const baseName = (file: string) => file.replace(/^.*[/\\]/, '').replace(/\.json$/, '');

const hours = (seconds: number) => `${Number((seconds / 3600).toFixed(2))} h`;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function note(runs: number, isCompared: boolean): string {
  const interval =
    runs > 1
      ? 'After ± stands half of the 95 % confidence interval of the mean over the runs.'
      : 'One run has no confidence interval.';
  return isCompared && runs > 1 ? `${interval} * marks a difference whose interval leaves out 0.` : interval;
}

const labelOf = (figure: string) => labels.get(figure) ?? figure.replace(waitOver, 'wait over $1 s');

const cells = (figures: readonly string[], found: Summary) =>
  figures.map((figure) => cell(figure, found[figure], false));

function cell(figure: string, interval: Interval | undefined, isDifference: boolean): string {
  if (interval === undefined) return '-';
  const { mean, halfWidth } = interval;
  const unit = unitOf(figure);
  const sign = isDifference && mean > 0 ? '+' : '';
  const spread = halfWidth === undefined ? '' : ` ± ${shown(halfWidth, unit)}`;
  const number = `${sign}${shown(mean, unit)}${spread}`;
  if (!isDifference) return `${number}${suffix[unit]}`;
  // Of two shares one is not a percentage of the other.
  const isClear = halfWidth !== undefined && Math.abs(mean) > halfWidth;
  return `${number}${unit === 'percent' ? ' pp' : suffix[unit]} ${isClear ? '*' : ' '}`;
}

const suffix: Readonly<Record<Unit, string>> = { count: '', percent: ' %', seconds: ' s' };

const shown = (value: number, unit: Unit) => (unit === 'percent' ? value * 100 : value).toFixed(1);

function unitOf(figure: string): Unit {
  if (/^(abandonment|serviceLevel|occupancy|waitOver.*)$/.test(figure)) return 'percent';
  return figure.endsWith('Seconds') ? 'seconds' : 'count';
}
