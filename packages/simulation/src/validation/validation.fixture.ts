import { erlangA, erlangC, type Shop } from './erlang.fixture.ts';
import { judge, type ShopFigures } from './shop.fixture.ts';

type Verdict = ReturnType<typeof judge>;
type Section = { readonly title: string; readonly text?: string; readonly header: readonly string[] };
type Cell = number | string;

const fixed = (value: number, digits: number) =>
  value > 0 && value < 10 ** -digits ? value.toExponential(1) : value.toFixed(digits);

/** What theory says, and what was found. */
const shown = ({ expected, mean, halfWidth, within95 }: Verdict, digits: number) => [
  fixed(expected, digits),
  `${fixed(mean, digits)} ± ${fixed(halfWidth, digits)}${within95 ? '' : ' \\*'}`,
];

/** The runs’ figures, and those of others that tell their spread. */
type Found = { readonly runs: readonly ShopFigures[]; readonly alike?: readonly ShopFigures[] };

const judged = <Figure extends keyof ShopFigures>(
  { runs, alike = runs }: Found,
  expected: Record<Figure, number>,
  figure: Figure,
) =>
  judge(
    runs.map((run) => run[figure]),
    expected[figure],
    alike.map((run) => run[figure]),
  );

/**
 * Tables of figures beside theory, for a page of the docs. What adds a row answers whether it is as theory has it.
 * So few waiting tickets as are `rare` have no interval worth the name.
 */
export function openValidation({ rare }: { rare: number }) {
  const verdicts: Verdict[] = [];
  const tables = new Map<Section, string[][]>();

  const addRow = (section: Section, cells: readonly Cell[]) =>
    void tables.set(section, [...(tables.get(section) ?? []), cells.map(String)]);

  /** False: a figure is outside its 99.9 % interval. */
  function add(section: Section, columns: readonly Cell[], found: [verdict: Verdict, digits: number][]) {
    addRow(section, [...columns, ...found.flatMap(([verdict, digits]) => shown(verdict, digits))]);
    verdicts.push(...found.map(([verdict]) => verdict));
    return found.every(([{ within999 }]) => within999);
  }

  return {
    add,

    addErlangC(section: Section, columns: readonly Cell[], shop: Shop, found: Found): boolean {
      const expected = erlangC(shop);
      const { runs } = found;
      const count = runs.reduce((sum, run) => sum + run.count, 0);
      const waits = judged(found, expected, 'waits');
      if (expected.waits * count >= rare)
        return add(section, columns, [
          [judged(found, expected, 'meanWaitSeconds'), 3],
          [waits, 4],
        ]);
      const waited = Math.round(runs.reduce((sum, run) => sum + run.waits * run.count, 0));
      const theory = [fixed(expected.meanWaitSeconds, 3), '-', fixed(expected.waits, 4)];
      addRow(section, [...columns, ...theory, `${waited} of ${count.toLocaleString('en')}`]);
      // False: far more waited than should.
      return waited <= rare + 3 * Math.sqrt(rare);
    },

    addErlangA(
      section: Section,
      columns: readonly Cell[],
      { patienceSeconds, ...shop }: Shop & { patienceSeconds: number },
      found: Found,
    ): boolean {
      const expected = erlangA(shop, patienceSeconds);
      return add(section, columns, [
        [judged(found, expected, 'abandonment'), 4],
        [judged(found, expected, 'meanWaitSeconds'), 3],
      ]);
    },

    /** How many intervals there are, and how many of 95 % hold what theory says. */
    count: () => ({
      all: verdicts.length,
      within95: verdicts.filter(({ within95 }) => within95).length,
      within999: verdicts.filter(({ within999 }) => within999).length,
    }),

    /** As the formatter would leave it. */
    page: (title: string, paragraph: string) =>
      [`# ${title}`, paragraph, ...[...tables].map(([section, rows]) => rendered(section, rows))].join(
        '\n\n',
      ) + '\n',
  };
}

const rendered = ({ title, text, header }: Section, rows: string[][]) =>
  [`## ${title}`, ...(text ? [text] : []), aligned(header, rows)].join('\n\n');

function aligned(header: readonly string[], rows: readonly string[][]): string {
  const widths = header.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padStart(widths[i]!)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => ':'.padStart(width, '-'))), ...rows.map(line)].join('\n');
}
