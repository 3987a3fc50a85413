/**
 * A table of text with a header. Each column is as wide as its widest cell. An empty cell of a row is shown as `-`.
 * `rightAligned` has the headers of the columns that are right-aligned. Default: none.
 */
export function alignedTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: ReadonlySet<string> = new Set(),
): string {
  const lines = [header, ...rows.map((cells) => cells.map((cell) => printable(cell) || '-'))];
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)));
  const pad = (cell: string, column: number) =>
    rightAligned.has(header[column]!) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return lines.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n');
}

/**
 * The text with a space instead of each run of control characters and line breaks. Text that other people wrote can then not
 * move the cursor of the terminal.
 */
export const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
