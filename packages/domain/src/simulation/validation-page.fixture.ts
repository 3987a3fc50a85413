import type { judge } from './shop.fixture.ts';

export type Verdict = ReturnType<typeof judge>;
type Rows = string[][];

export const fixed = (value: number, digits: number) =>
  value > 0 && value < 10 ** -digits ? value.toExponential(1) : value.toFixed(digits);

/** What theory says, and what was found. */
export const shown = ({ expected, mean, halfWidth, within95 }: Verdict, digits: number) => [
  fixed(expected, digits),
  `${fixed(mean, digits)} ± ${fixed(halfWidth, digits)}${within95 ? '' : ' \\*'}`,
];

/** The tables as a page of the docs; `paragraph` says how they were made. */
export const validationPage = (paragraph: string, tables: { erlangC: Rows; erlangA: Rows; pooling: Rows }) =>
  `# The simulation beside queueing theory

${paragraph}

## Waits: Erlang C

${aligned(['load', 'agents', 'tickets a run', 'mean wait, s: theory', 'simulated', 'P(wait > 0): theory', 'simulated'], tables.erlangC)}

## Abandonment: Erlang A

Patience is exponential. The wait is that of all customers, until they are served or leave.

${aligned(['load', 'agents', 'patience, s', 'abandonment: theory', 'simulated', 'mean wait, s: theory', 'simulated'], tables.erlangA)}

## Pooling

Two desks of 5 agents, each for one half of the tickets, against one desk of 10 for all, on the same days.

${aligned(['load', 'wait, s: two of 5', 'one of 10', 'saved, s: theory', 'simulated'], tables.pooling)}
`;

/** As the formatter would leave it. */
function aligned(header: string[], rows: Rows): string {
  const widths = header.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padStart(widths[i]!)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => ':'.padStart(width, '-'))), ...rows.map(line)].join('\n');
}
