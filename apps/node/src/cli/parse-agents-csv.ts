import { Identifier, PutAgentParam, issueMessage } from '@chat-ticket/contract';
import { emailKey } from '@chat-ticket/domain';
import type { AgentRecord } from '@chat-ticket/storage';
import { CsvError, type CsvLine, csvLines } from '@chat-ticket/text';
import * as v from 'valibot';

const { email, name, capacity, skills } = PutAgentParam.entries;

/** The cells of a row as an agent. An empty cell counts as absent. */
const AgentRow = v.object({
  id: Identifier,
  email,
  name,
  capacity: v.optional(
    v.pipe(
      v.string(),
      // A spreadsheet can show a whole number with decimals.
      v.regex(/^-?\d+([.,]0+)?$/, 'must be a whole number'),
      v.transform((cell: string) => Number.parseInt(cell, 10)),
      v.unwrap(capacity),
    ),
  ),
  skills: v.pipe(
    v.optional(v.string(), ''),
    v.transform((cell) =>
      cell
        .split(/[;\r\n]/)
        .map((skill) => skill.trim())
        .filter(Boolean),
    ),
    v.unwrap(skills),
  ),
});

const columns: readonly string[] = Object.keys(AgentRow.entries);
const requiredColumns: readonly string[] = ['id', 'email', 'name'];

/** What is invalid in a line of a CSV file. */
export type CsvProblem = { line: number; column?: string; message: string };
export type ParsedAgents = { rows: { line: number; record: AgentRecord }[]; problems: CsvProblem[] };

type Row = CsvLine & { values: Readonly<Partial<Record<string, string>>> };

const refused = (problem: CsvProblem): ParsedAgents => ({ rows: [], problems: [problem] });

/** The agents of a CSV text with a header row, and every problem in it. */
export function parseAgentsCsv(text: string): ParsedAgents {
  let lines: CsvLine[];
  try {
    lines = csvLines(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused({ line: Number(error['lines']), message: error.message });
  }
  const [first = { line: 1, cells: [] }, ...body] = lines;
  const header = { ...first, cells: first.cells.map((cell) => cell.toLowerCase()) };
  const wrongHeader = headerProblems(header.cells, first.cells);
  if (wrongHeader.length > 0)
    return refused({ line: header.line, message: `${wrongHeader.join(', ')}; the columns are ${columns}` });
  if (body.length === 0) return refused({ line: header.line, message: 'the file contains no agents' });

  const rows = body.map(({ line, cells }) => ({ line, cells, values: valuesOf(header.cells, cells) }));
  const parsed: ParsedAgents = { rows: [], problems: duplicates(rows) };
  for (const { line, cells, values } of rows) {
    const result = v.safeParse(AgentRow, values, { abortPipeEarly: true, message: issueMessage });
    if (cells.length > header.cells.length)
      parsed.problems.push({
        line,
        message: `the row has ${cells.length} cells, but the header has ${header.cells.length}`,
      });
    else if (!result.success) parsed.problems.push(...result.issues.map((issue) => toProblem(line, issue)));
    else parsed.rows.push({ line, record: { ...result.output, capacity: result.output.capacity ?? null } });
  }
  return parsed;
}

const headerProblems = (header: readonly string[], asWritten: readonly string[]): string[] => [
  ...asWritten
    .filter((_, i) => !columns.includes(header[i]!))
    .map((cell) => (cell === '' ? 'a column without a name' : `unknown column ${JSON.stringify(cell)}`)),
  ...columns
    .filter((column) => header.indexOf(column) < header.lastIndexOf(column))
    .map((column) => `repeated column ${column}`),
  ...requiredColumns.filter((column) => !header.includes(column)).map((column) => `missing column ${column}`),
];

/** The cells by column name, without empty cells. */
const valuesOf = (header: readonly string[], cells: readonly string[]): Row['values'] =>
  Object.fromEntries(header.flatMap((column, i) => (cells[i] ? [[column, cells[i]]] : [])));

const toProblem = (line: number, issue: v.BaseIssue<unknown>): CsvProblem => ({
  line,
  column: String(issue.path?.[0]?.key),
  message: issue.received === 'undefined' ? 'is required' : issue.message,
});

/** The ids and emails that name two agents. Letter case does not matter, and an id can be another agent’s email. */
function duplicates(rows: readonly Row[]): CsvProblem[] {
  const problems: CsvProblem[] = [];
  const firstRows = new Map<string, Row>();
  for (const row of rows) {
    for (const column of ['id', 'email']) {
      const value = row.values[column];
      if (value === undefined) continue;
      const key = emailKey(value);
      const first = firstRows.get(key);
      if (first === undefined) firstRows.set(key, row);
      else if (first !== row)
        problems.push({ line: row.line, column, message: `${value} is already on line ${first.line}` });
    }
  }
  return problems;
}
