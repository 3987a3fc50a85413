import { describe, expect, it } from 'vitest';
import { alignedTable, printable } from './aligned-table.ts';

describe('alignedTable', () => {
  it('makes each column as wide as its widest cell', () => {
    const rows = [
      ['ann', '1'],
      ['benjamin', '12'],
    ];
    expect(alignedTable(['agent', 'load'], rows, new Set(['load']))).toBe(
      ['agent     load', 'ann          1', 'benjamin    12'].join('\n'),
    );
  });

  it('shows an empty cell as a dash and keeps the spaces inside a cell', () => {
    expect(alignedTable(['a', 'b'], [['', 'x  y']])).toBe('a  b\n-  x  y');
  });
});

describe('printable', () => {
  it('replaces control characters and line breaks by a space', () => {
    expect(printable('a\u001B[2Jb\r\nc\u2028d\te')).toBe('a [2Jb c d e');
  });
});
