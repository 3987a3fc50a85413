import { type ErlangSystem, erlangA, erlangC } from './erlang-formulas.fixture.ts';
import { compareWithTheory, type SystemFigures } from './erlang-system.fixture.ts';

type Check = ReturnType<typeof compareWithTheory>;
type Section = { readonly title: string; readonly text?: string; readonly header: readonly string[] };
type Cell = number | string;

const fixed = (value: number, digits: number) =>
  value > 0 && value < 10 ** -digits ? value.toExponential(1) : value.toFixed(digits);

/** Two cells: the value of the theory, and the simulated one. */
const cellsOf = ({ expected, mean, halfWidth, isWithin95 }: Check, digits: number) => [
  fixed(expected, digits),
  `${fixed(mean, digits)} ± ${fixed(halfWidth, digits)}${isWithin95 ? '' : ' \\*'}`,
];

type Simulated = {
  readonly runs: readonly SystemFigures[];
  /** Other runs to estimate the spread from. Default: `runs`. */
  readonly spreadRuns?: readonly SystemFigures[];
};

const checkOf = <Figure extends keyof SystemFigures>(
  { runs, spreadRuns = runs }: Simulated,
  expected: Record<Figure, number>,
  figure: Figure,
) =>
  compareWithTheory(
    runs.map((run) => run[figure]),
    expected[figure],
    spreadRuns.map((run) => run[figure]),
  );

/**
 * Collects figures beside the values of queueing theory, as tables of a page of the docs. Each method that adds a row returns
 * whether the row agrees with the theory. If fewer than `minWaits` tickets should wait, the row has their number instead of
 * an interval, because an interval would mean nothing.
 */
export function createValidationReport({ minWaits }: { minWaits: number }) {
  const checks: Check[] = [];
  const tables = new Map<Section, string[][]>();

  const addRow = (section: Section, cells: readonly Cell[]) =>
    void tables.set(section, [...(tables.get(section) ?? []), cells.map(String)]);

  /** Returns whether each figure is within its 99.9 % interval. */
  function add(section: Section, columns: readonly Cell[], row: [check: Check, digits: number][]) {
    addRow(section, [...columns, ...row.flatMap(([check, digits]) => cellsOf(check, digits))]);
    checks.push(...row.map(([check]) => check));
    return row.every(([{ isWithin999 }]) => isWithin999);
  }

  return {
    add,

    addErlangC(
      section: Section,
      columns: readonly Cell[],
      system: ErlangSystem,
      simulated: Simulated,
    ): boolean {
      const expected = erlangC(system);
      const { runs } = simulated;
      const count = runs.reduce((sum, run) => sum + run.count, 0);
      const waits = checkOf(simulated, expected, 'waits');
      if (expected.waits * count >= minWaits)
        return add(section, columns, [
          [checkOf(simulated, expected, 'meanWaitSeconds'), 3],
          [waits, 4],
        ]);
      const waited = Math.round(runs.reduce((sum, run) => sum + run.waits * run.count, 0));
      const theory = [fixed(expected.meanWaitSeconds, 3), '-', fixed(expected.waits, 4)];
      addRow(section, [...columns, ...theory, `${waited} of ${count.toLocaleString('en')}`]);
      // About three standard deviations of a Poisson count.
      return waited <= minWaits + 3 * Math.sqrt(minWaits);
    },

    addErlangA(
      section: Section,
      columns: readonly Cell[],
      { patienceSeconds, ...system }: ErlangSystem & { patienceSeconds: number },
      simulated: Simulated,
    ): boolean {
      const expected = erlangA(system, patienceSeconds);
      return add(section, columns, [
        [checkOf(simulated, expected, 'abandonment'), 4],
        [checkOf(simulated, expected, 'meanWaitSeconds'), 3],
      ]);
    },

    /** The number of intervals, and how many of them contain the value of the theory. */
    count: () => ({
      all: checks.length,
      within95: checks.filter(({ isWithin95 }) => isWithin95).length,
      within999: checks.filter(({ isWithin999 }) => isWithin999).length,
    }),

    /** The page in Markdown, formatted as oxfmt formats it. */
    page: (title: string, introduction: string) =>
      [`# ${title}`, introduction, ...[...tables].map(([section, rows]) => render(section, rows))].join(
        '\n\n',
      ) + '\n',
  };
}

const render = ({ title, text, header }: Section, rows: string[][]) =>
  [`## ${title}`, ...(text ? [text] : []), markdownTable(header, rows)].join('\n\n');

function markdownTable(header: readonly string[], rows: readonly string[][]): string {
  const widths = header.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padStart(widths[i]!)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => ':'.padStart(width, '-'))), ...rows.map(line)].join('\n');
}
