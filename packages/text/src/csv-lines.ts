import { CsvError, parse } from 'csv-parse/sync';

export { CsvError };

export type CsvLine = { line: number; cells: readonly string[] };

const separators = [',', ';', '\t'];
// White space and the zero-width characters that spreadsheets and web pages leave in cells.
const blanks = String.raw`[\s\u200b\u2060\ufeff]`;
const outerBlanks = new RegExp(`^${blanks}+|(?<!${blanks})${blanks}+$`, 'g');

const messages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell has no closing quote',
  INVALID_OPENING_QUOTE:
    'a quote is inside a cell that is not quoted. Put the cell in quotes and double each quote in it',
  CSV_INVALID_CLOSING_QUOTE: 'text follows the closing quote of a cell. Double each quote in a quoted cell',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE:
    'text follows the closing quote of a cell. Double each quote in a quoted cell',
};

/**
 * The records of a CSV text as spreadsheets write it, header included. Cells are separated by commas, semicolons or tabs:
 * what a line `sep=;` at the start says, or what the header has most. Rows and columns without a single cell are left out.
 * Each record has the number of the line that it ends on, counted from 1. Throws a `CsvError` if the text is not CSV.
 */
export function csvLines(text: string): CsvLine[] {
  // The rest of the line stays, so that the lines keep their numbers.
  const [declaration, declared] = /^\ufeff?"?sep=(.)"?(?=[\r\n]|$)/i.exec(text) ?? [''];
  const body = text.slice(declaration.length);
  const lines: CsvLine[] = [];
  try {
    parse(body, {
      bom: true,
      trim: true,
      delimiter: declared ?? separatorOf(body),
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines: line }) => {
        const trimmed = cells.map((cell) => cell.replaceAll(outerBlanks, ''));
        if (trimmed.some(Boolean)) lines.push({ line, cells: trimmed });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) error.message = messages[error.code] ?? error.message;
    throw error;
  }
  return withoutBlankColumns(lines);
}

/** The separator that the first line with text has most often, not counting quoted text. */
function separatorOf(text: string): string {
  const line = text.split(/[\r\n]+/).find((one) => /[^\s,;"]/.test(one));
  const first = line?.replaceAll(/"[^"]*"/g, '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return separators.reduce((most, separator) => (count(separator) > count(most) ? separator : most));
}

function withoutBlankColumns(lines: readonly CsvLine[]): CsvLine[] {
  const used = new Set(lines.flatMap(({ cells }) => cells.flatMap((cell, i) => (cell ? [i] : []))));
  const width = Math.max(0, ...used) + 1;
  return lines.map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, width).filter((_, i) => used.has(i)),
  }));
}
