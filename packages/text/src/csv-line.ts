import { stringify } from 'csv-stringify/sync';

/**
 * A line of CSV with its line feed. A cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
export const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], { escape_formulas: true, record_delimiter: 'unix' });
