import { encodeError, RequestError, SqlError } from './error.ts';
import type { Batch, Condition } from './request.ts';
import type { BatchResult } from './result.ts';
import type { Stream } from './stream.ts';

/** Runs the steps in order. The batch continues after a failed step; conditions decide which steps run. */
export async function runBatch(stream: Stream, { steps }: Batch): Promise<BatchResult> {
  for (const [index, { condition }] of steps.entries()) {
    if (condition) assertEarlierSteps(condition, index);
  }
  const batch: BatchResult = { step_results: [], step_errors: [], replication_index: null };
  for (const [index, { condition, stmt }] of steps.entries()) {
    batch.step_results[index] = null;
    batch.step_errors[index] = null;
    if (condition && !holds(condition, batch, stream)) continue;
    try {
      batch.step_results[index] = await stream.execute(stmt);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      batch.step_errors[index] = encodeError(error);
    }
  }
  return batch;
}

function holds(condition: Condition, batch: BatchResult, stream: Stream): boolean {
  switch (condition.type) {
    case 'ok':
      return batch.step_results[condition.step] !== null;
    case 'error':
      return batch.step_errors[condition.step] !== null;
    case 'not':
      return !holds(condition.cond, batch, stream);
    case 'and':
      return condition.conds.every((each) => holds(each, batch, stream));
    case 'or':
      return condition.conds.some((each) => holds(each, batch, stream));
    case 'is_autocommit':
      return stream.connection.isAutocommit;
  }
}

function assertEarlierSteps(condition: Condition, index: number): void {
  switch (condition.type) {
    case 'ok':
    case 'error':
      if (condition.step < index) return;
      throw new RequestError(
        400,
        'HRANA_PROTO_ERROR',
        `The condition of step ${index} refers to step ${condition.step}, which is not before it`,
      );
    case 'not':
      return assertEarlierSteps(condition.cond, index);
    case 'and':
    case 'or':
      return condition.conds.forEach((each) => assertEarlierSteps(each, index));
    case 'is_autocommit':
  }
}
