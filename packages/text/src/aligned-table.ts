/** Rows under a header, each column as wide as its widest cell. */
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

/** What others wrote must not move the terminal’s cursor. */
export const printable = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
