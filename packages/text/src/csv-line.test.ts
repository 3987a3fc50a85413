import { expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';
import { csvLines } from './csv-lines.ts';

it('writes a line that reads back as it was', () => {
  const cells = ['a', 'b, "c"', 'line\nfeed', '', 'ภาษา'];
  expect(csvLines(csvLine(['1', '2', '3', '4', '5']) + csvLine(cells))[1]?.cells).toEqual(cells);
});

it('lets no cell be a formula', () => {
  expect(csvLine(['=1+1', '@SUM(A1)', '+1', '-1', '1'])).toBe(`'=1+1,'@SUM(A1),'+1,'-1,1\n`);
});
