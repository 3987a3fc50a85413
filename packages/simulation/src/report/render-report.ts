import { alignedTable } from '@chat-ticket/text';
import type { Interval } from '../measure/mean-interval.ts';
import type { Summary } from '../measure/summarise.ts';
import type { Report } from './report.ts';

type Unit = 'count' | 'percent' | 'seconds';
type Row = readonly string[];

const waitOverPattern = /^waitOver(.+)Seconds$/;

const totalFigures: readonly [figure: string, label: string][] = [
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
const queueFigures = [
  'tickets',
  'abandonment',
  'serviceLevel',
  'meanWaitSeconds',
  'p90WaitSeconds',
  'p99WaitSeconds',
];
const agentFigures = ['answered', 'misses', 'occupancy'];
const labels: ReadonlyMap<string, string> = new Map([...totalFigures, ['occupancy', 'occupancy']]);

/** The report as text: a heading, a table of totals, and a table of queues and of agents for each of the settings. */
export function renderReport({ desks: reported, difference, ...report }: Report): string {
  const desks = withShortNames(reported);
  const { scenario, engine, seed, runs, durationSeconds, warmUpSeconds } = report;
  const warmUp = warmUpSeconds > 0 ? `, without the first ${hours(warmUpSeconds)}` : '';
  const columns = [...desks.map(({ total }) => total), ...(difference ? [difference] : [])];
  const header = ['', ...desks.map(({ settings }) => settings), ...(difference ? ['difference'] : [])];
  const waitOvers = Object.keys(desks[0]!.total).filter((figure) => waitOverPattern.test(figure));
  const figures = [...totalFigures.map(([figure]) => figure), ...waitOvers, 'occupancy'];
  const rows = figures.map((figure) =>
    [labelOf(figure)].concat(columns.map((summary) => cell(figure, summary[figure], summary === difference))),
  );
  const parts = [
    `${scenario}: ${counted(runs, 'run')} of ${hours(durationSeconds)}${warmUp}, seed ${seed}${engine === 'rule' ? '' : `, engine ${engine}`}`,
    table(header, rows),
  ];
  for (const { settings, queues, agents } of desks) {
    const suffixed = (noun: string) => (desks.length > 1 ? `${noun} (${settings})` : noun);
    parts.push(
      table(
        [suffixed('queue'), 'goal', ...queueFigures.map(labelOf)],
        queues.map(({ id, goal, figures: summary }) =>
          [id, `${goal.percent} % in ${goal.seconds} s`].concat(cells(queueFigures, summary)),
        ),
      ),
      table(
        [suffixed('agent'), ...agentFigures.map(labelOf)],
        agents.map(({ id, figures: summary }) => [id].concat(cells(agentFigures, summary))),
      ),
    );
  }
  parts.push(footnote(runs, difference !== undefined));
  return parts.join('\n\n');
}

/** Settings files are shown without folder and extension, unless two of them have the same name. */
function withShortNames(desks: Report['desks']): Report['desks'] {
  const names = desks.map(({ settings }) => settings.replace(/^.*[/\\]/, '').replace(/\.json$/, ''));
  if (new Set(names).size < names.length) return desks;
  return desks.map(({ total, queues, agents }, i) => ({ settings: names[i]!, total, queues, agents }));
}

const table = (header: Row, rows: readonly Row[]) => alignedTable(header, rows, new Set(header.slice(1)));

const hours = (seconds: number) => `${Number((seconds / 3600).toFixed(2))} h`;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function footnote(runs: number, isComparison: boolean): string {
  if (runs === 1) return 'One run has no confidence interval.';
  const interval = '± is half of the 95 % confidence interval of the mean over the runs.';
  return isComparison ? `${interval} * marks a difference whose interval does not contain 0.` : interval;
}

const labelOf = (figure: string) => labels.get(figure) ?? figure.replace(waitOverPattern, 'wait over $1 s');

const cells = (figures: readonly string[], summary: Summary) =>
  figures.map((figure) => cell(figure, summary[figure], false));

function cell(figure: string, interval: Interval | undefined, isDifference: boolean): string {
  if (interval === undefined) return '-';
  const { mean, halfWidth } = interval;
  const unit = unitOf(figure);
  const sign = isDifference && mean > 0 ? '+' : '';
  const spread = halfWidth === undefined ? '' : ` ± ${formatted(halfWidth, unit)}`;
  const number = `${sign}${formatted(mean, unit)}${spread}`;
  if (!isDifference) return `${number}${suffix[unit]}`;
  const excludesZero = halfWidth !== undefined && Math.abs(mean) > halfWidth;
  // The difference of two percentages is in percentage points.
  return `${number}${unit === 'percent' ? ' pp' : suffix[unit]} ${excludesZero ? '*' : ' '}`;
}

const suffix: Readonly<Record<Unit, string>> = { count: '', percent: ' %', seconds: ' s' };

const formatted = (value: number, unit: Unit) => (unit === 'percent' ? value * 100 : value).toFixed(1);

function unitOf(figure: string): Unit {
  if (/^(abandonment|serviceLevel|occupancy|waitOver.*)$/.test(figure)) return 'percent';
  return figure.endsWith('Seconds') ? 'seconds' : 'count';
}
