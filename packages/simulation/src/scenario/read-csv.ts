import { CsvError, csvLines } from '@chat-ticket/text';
import { issueMessage } from '@chat-ticket/contract';
import * as v from 'valibot';

const maxProblems = 20;

type Columns = Readonly<Record<string, v.GenericSchema<string | undefined, unknown>>>;
type Row<Entries extends Columns> = v.InferOutput<v.ObjectSchema<Entries, undefined>>;

/**
 * The rows of a CSV file with a header, parsed by the schemas of its columns. An empty cell is a missing value. If `isStrict`,
 * the file has no other columns. Throws an error with one line for each problem, at most 20. Each line names the file, the
 * line and the column.
 */
export function readCsv<const Entries extends Columns>(
  file: string,
  text: string,
  columns: Entries,
  { isStrict }: { isStrict: boolean },
): Row<Entries>[] {
  const lines = linesOf(file, text);
  const header = lines.shift()?.cells ?? [];
  const headerProblems = [
    ...header
      .filter((cell) => isStrict && !Object.hasOwn(columns, cell))
      .map(
        (cell) =>
          `unknown column ${JSON.stringify(cell)}. The columns are ${Object.keys(columns).join(', ')}.`,
      ),
    ...header
      .filter((cell, i) => Object.hasOwn(columns, cell) && header.indexOf(cell) < i)
      .map((cell) => `duplicate column ${cell}. Remove one of them.`),
    ...Object.entries(columns)
      .filter(([column, schema]) => schema.type !== 'optional' && !header.includes(column))
      .map(([column]) => `missing column ${column}. Add it.`),
  ];
  if (headerProblems.length > 0)
    throw new Error(headerProblems.map((message) => `${file} line 1: ${message}`).join('\n'));
  if (lines.length === 0) throw new Error(`${file}: no rows below the header. Add at least one.`);

  const Cells = v.object(columns);
  const problems: string[] = [];
  const rows = lines.flatMap(({ line, cells }) => {
    if (cells.length > header.length) {
      problems.push(`${file} line ${line}: ${cells.length} cells, but the header has ${header.length}`);
      return [];
    }
    const values = Object.fromEntries(header.flatMap((column, i) => (cells[i] ? [[column, cells[i]]] : [])));
    const result = v.safeParse(Cells, values, { abortPipeEarly: true, message: issueMessage });
    if (result.success) return [result.output];
    for (const { path, received, message } of result.issues)
      problems.push(
        `${file} line ${line}, ${String(path?.[0]?.key)}: ${received === 'undefined' ? 'is required' : message}`,
      );
    return [];
  });
  if (problems.length > 0) throw new Error(problems.slice(0, maxProblems).join('\n'));
  return rows;
}

function linesOf(file: string, text: string) {
  try {
    return csvLines(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Error(`${file} line ${error['lines']}: ${error.message}`, { cause: error });
  }
}
