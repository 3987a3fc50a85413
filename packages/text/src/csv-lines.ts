import { CsvError, parse } from 'csv-parse/sync';

export { CsvError };

export type CsvLine = { line: number; cells: readonly string[] };

/**
 * The records of a CSV text, header included. Each has the number of the line that it ends on, counted from 1. Throws a `CsvError`
 * if the text is not CSV.
 */
export function csvLines(text: string): CsvLine[] {
  const lines: CsvLine[] = [];
  parse(text, {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    on_record: (cells: string[], { lines: line }) => {
      lines.push({ line, cells });
      return null;
    },
  });
  return lines;
}
