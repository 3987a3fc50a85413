import { searches, type SearchResult } from './run.ts';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Two tables: what each variant costs, and how long each search takes. */
export const searchMarkdown = (results: readonly SearchResult[]): string =>
  [
    row(['variant', 'stored texts, MiB', 'index, MiB', 'fold, µs', 'insert, µs', 'slowest insert, ms']),
    row(Array.from({ length: 6 }, () => '---')),
    ...results.map((result) =>
      row([
        result.variant,
        result.storedMiB.toFixed(0),
        result.indexMiB.toFixed(0),
        result.foldMicros.toFixed(1),
        result.insertMicros.toFixed(1),
        result.slowestInsertMs.toFixed(1),
      ]),
    ),
    '',
    row(['search, ms (rows)', ...results.map(({ variant }) => variant)]),
    row(Array.from({ length: results.length + 1 }, () => '---')),
    ...Object.entries(searches).map(([name, words]) =>
      row([
        `${name}, ${words}`,
        ...results.map(({ searches: own }) => `${own[name]!.ms.toFixed(1)} (${own[name]!.rows})`),
      ]),
    ),
  ].join('\n');
