import { describe, expect, it } from 'vitest';
import { csvLines } from './csv-lines.ts';

const rows = [
  { line: 1, cells: ['id', 'name'] },
  { line: 2, cells: ['ann', 'Lim; Ann, Mei'] },
];

describe('csvLines', () => {
  it.each([
    ['commas', 'id,name\nann,"Lim; Ann, Mei"'],
    ['semicolons', 'id;name\r\nann;"Lim; Ann, Mei"\r\n'],
    ['tabs', '\ufeffid\tname\rann\t"Lim; Ann, Mei"\r'],
    ['a quoted header with other separators in it', '"id";"name"\n"ann";"Lim; Ann, Mei"'],
    ['columns without a cell', ',id,,name,,\n,ann,,"Lim; Ann, Mei",,'],
    ['white space that is not visible', '\u00a0id\u00a0, "name\u200b"\n\ufeffann\t,"Lim; Ann, Mei \u00a0"'],
  ])('reads %s', (_, text) => {
    expect(csvLines(text)).toEqual(rows);
  });

  it.each(['sep=;\r\n', '\ufeffSEP=;\n', '"sep=;"\n'])('reads the separator that %j declares', (line) => {
    expect(csvLines(`${line}id;name,other\nann;x`)).toEqual([
      { line: 2, cells: ['id', 'name,other'] },
      { line: 3, cells: ['ann', 'x'] },
    ]);
  });

  it('leaves out rows without a cell, and counts their lines', () => {
    const text = ',,\n" ",\u00a0,\nid,name,\n,,\n\nann,Ann,\n,,';
    expect(csvLines(text)).toEqual([
      { line: 3, cells: ['id', 'name'] },
      { line: 6, cells: ['ann', 'Ann'] },
    ]);
  });

  it('keeps an empty cell of a column that has others', () => {
    expect(csvLines('id,name,skills\nann,,vip\nben,Ben')).toMatchObject([
      {},
      { cells: ['ann', '', 'vip'] },
      { cells: ['ben', 'Ben'] },
    ]);
  });

  it.each([
    ['a,b\nx"y,z', 'Put the cell in quotes'],
    ['a,b\n"x"y,z', 'Double each quote'],
    ['a,b\n"x,y', 'has no closing quote'],
  ])('says what is wrong with the quotes of %j', (text, message) => {
    expect(() => csvLines(text)).toThrow(message);
  });
});
