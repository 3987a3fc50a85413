import { describe, expect, it } from 'vitest';
import { parseAgentsCsv } from './parse-agents-csv.ts';

const header = 'id,email,name,capacity,skills';
const ann = 'ann,ann@desk.example,Ann Lim,2,language:eng;entity:FP_SG';
const annsRecord = {
  id: 'ann',
  email: 'ann@desk.example',
  name: 'Ann Lim',
  capacity: 2,
  skills: ['language:eng', 'entity:FP_SG'],
};
const problemsOf = (...lines: string[]) => parseAgentsCsv(lines.join('\n')).problems;

describe('parseAgentsCsv', () => {
  it.each([
    ['lines that end with LF', `${header}\n${ann}\n`],
    ['lines that end with CRLF', `${header}\r\n${ann}\r\n`],
    ['a byte order mark', `\uFEFF${header}\n${ann}`],
    ['empty lines', `\n${header}\n\n${ann}\n\n`],
    [
      'blanks around cells',
      `id , email,name,capacity,skills\n ann, ann@desk.example ,Ann Lim, 2 ,language:eng ; entity:FP_SG;`,
    ],
    [
      'columns in another order',
      'skills,name,id,capacity,email\nlanguage:eng;entity:FP_SG,Ann Lim,ann,2,ann@desk.example',
    ],
    ['a header in upper case', `${header.toUpperCase()}\n${ann}`],
    ['rows and columns without a cell', `,,,,,,\n${header},,\n,,,,,,\n${ann},,\n,,\n`],
    [
      'semicolons',
      `${header.replaceAll(',', ';')}\nann;ann@desk.example;Ann Lim;2;"language:eng;entity:FP_SG"`,
    ],
    ['tabs', `${header.replaceAll(',', '\t')}\nann\tann@desk.example\tAnn Lim\t2\tlanguage:eng;entity:FP_SG`],
    [
      'the separator of Excel',
      `sep=;\r\n${header.replaceAll(',', ';')}\r\nann;ann@desk.example;Ann Lim;2;"language:eng;entity:FP_SG"`,
    ],
    [
      'invisible blanks',
      `${header}\n\u00a0ann,ann@desk.example\u00a0,Ann Lim,2\u200b,language:eng;entity:FP_SG\u00a0`,
    ],
    ['a capacity with decimals', `${header}\nann,ann@desk.example,Ann Lim,2.00,language:eng;entity:FP_SG`],
    [
      'skills on lines of their own',
      `${header}\nann,ann@desk.example,Ann Lim,2,"language:eng\nentity:FP_SG"`,
    ],
    ['languages as other tags', `${header}\nann,ann@desk.example,Ann Lim,2,Language:en-SG;entity:FP_SG`],
    ['quoted cells', `${header}\n"ann","ann@desk.example","Ann Lim","2","language:eng;entity:FP_SG"`],
  ])('reads %s', (_, text) => {
    expect(parseAgentsCsv(text)).toEqual({
      rows: [{ line: expect.any(Number), record: annsRecord }],
      problems: [],
    });
  });

  it('reads commas, quotes and line breaks in quoted cells, and counts the lines after them', () => {
    const { rows, problems } = parseAgentsCsv(
      `id,email,name\nann,ann@desk.example,"Lim, ""Ann""\nMei"\nben,no,Ben`,
    );
    expect(rows[0]?.record.name).toBe('Lim, "Ann"\nMei');
    expect(problems).toMatchObject([{ line: 4, column: 'email' }]);
  });

  it('uses the defaults of capacity and skills for a missing or empty cell', () => {
    const record = { id: 'ann', email: 'ann@desk.example', name: 'Ann', capacity: null, skills: [] };
    for (const text of [
      'id,email,name\nann,ann@desk.example,Ann',
      `${header}\nann,ann@desk.example,Ann,,`,
      `${header}\nann,ann@desk.example,Ann`,
    ])
      expect(parseAgentsCsv(text)).toEqual({ rows: [{ line: 2, record }], problems: [] });
  });

  it('refuses a file without a header, or without rows', () => {
    for (const text of ['', '\n\n', '\uFEFF']) expect(problemsOf(text)).toMatchObject([{ line: 1 }]);
    expect(problemsOf(header)).toEqual([{ line: 1, message: 'the file contains no agents' }]);
  });

  it.each([
    ['id,email', 'missing column name'],
    ['id,email,name,phone', 'unknown column "phone"'],
    ['Ident,email,name', 'unknown column "Ident", missing column id'],
    ['id,email,name,,skills', 'a column without a name'],
    ['id,email,name,email', 'repeated column email'],
    [ann, 'unknown column "ann"'],
  ])('describes what is wrong with the header %s', (line, message) => {
    const problems = problemsOf(line, ann);
    expect(problems).toEqual([{ line: 1, message: expect.stringContaining(message) }]);
    expect(problems[0]?.message).toMatch(/the columns are id,email,name,capacity,skills$/);
  });

  it.each([
    ['id', ',a@desk.example,A,,', 'is required'],
    ['id', 'a/b,a@desk.example,A,,', 'must contain only visible ASCII characters'],
    ['email', 'a,,A,,', 'is required'],
    ['email', 'a,desk.example,A,,', 'must be an email address, such as ann@desk.example'],
    ['name', 'a,a@desk.example,,,', 'is required'],
    ['capacity', 'a,a@desk.example,A,101,', 'must be at most 100, and is 101'],
    ['capacity', 'a,a@desk.example,A,-1,', 'must be at least 0, and is -1'],
    ['capacity', 'a,a@desk.example,A,1.5,', 'must be a whole number'],
    ['skills', `a,a@desk.example,A,,${'x'.repeat(65)}`, 'must have at most 64 characters, and has 65'],
  ])('names the line and the column %s of %s', (column, line, message) => {
    expect(problemsOf(header, ann, line)).toEqual([
      { line: 3, column, message: expect.stringContaining(message) },
    ]);
  });

  it('names every problem in a row, and in all rows', () => {
    const problems = problemsOf(header, 'a,x,,999,', ann, ',b@desk.example,B,,');
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 email',
      '2 name',
      '2 capacity',
      '4 id',
    ]);
  });

  it.each([
    ['id', 'ANN,other@desk.example,A,,', 'ANN'],
    ['id', 'ann@DESK.example,other@desk.example,A,,', 'ann@DESK.example'],
  ])('refuses a value in the column %s of %s, because it names another agent', (column, line, value) => {
    expect(problemsOf(header, ann, line)).toEqual([
      { line: 3, column, message: `${value} is already on line 2` },
    ]);
  });

  it('takes an id that is the email of the same row', () => {
    expect(problemsOf(header, 'a@desk.example,A@desk.example,A,,')).toEqual([]);
  });

  it('refuses a row with more cells than the header', () => {
    expect(problemsOf(header, `${ann},more`)).toEqual([
      { line: 2, message: 'the row has 6 cells, but the header has 5' },
    ]);
  });

  it('refuses a repeated id and a repeated email, and ignores the case of the email', () => {
    expect(problemsOf(header, ann, 'ann,ANN@desk.example,Ann,,')).toEqual([
      { line: 3, column: 'id', message: 'ann is already on line 2' },
      { line: 3, column: 'email', message: 'ANN@desk.example is already on line 2' },
    ]);
  });

  it('names the line of a quote that is misplaced or never closed', () => {
    expect(problemsOf(header, ann, 'b"en,b@desk.example,Ben,,')).toMatchObject([{ line: 3 }]);
    expect(problemsOf(header, ann, '"ben,b@desk.example,Ben,,')).toMatchObject([{ line: 3 }]);
  });
});
