import type { BatchResult } from './result.ts';

/** The entries of a cursor for the results of a batch, in the order of the steps. */
export function* cursorEntries({ step_results: results, step_errors: errors }: BatchResult) {
  for (const [step, result] of results.entries()) {
    const error = errors[step];
    if (error) yield { type: 'step_error', step, error };
    if (!result) continue;
    yield { type: 'step_begin', step, cols: result.cols };
    for (const row of result.rows) yield { type: 'row', row };
    yield {
      type: 'step_end',
      affected_row_count: result.affected_row_count,
      last_insert_rowid: result.last_insert_rowid,
    };
  }
}
