import { runBatch } from './batch.ts';
import { encodeError, RequestError, SqlError } from './error.ts';
import type { StreamRequest } from './request.ts';
import type { Stream } from './stream.ts';

/** Runs the requests in order, and continues after a failed one. */
export async function runPipeline(stream: Stream, requests: StreamRequest[]) {
  const results = [];
  for (const request of requests) {
    if (!stream.isOpen)
      throw new RequestError(
        400,
        'HRANA_PROTO_ERROR',
        'A request follows the request that closed the stream',
      );
    try {
      results.push({ type: 'ok', response: await respond(stream, request) });
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      results.push({ type: 'error', error: encodeError(error) });
    }
  }
  return results;
}

async function respond(stream: Stream, request: StreamRequest) {
  const { type } = request;
  switch (type) {
    case 'execute':
      return { type, result: await stream.execute(request.stmt) };
    case 'batch':
      return { type, result: await runBatch(stream, request.batch) };
    case 'describe':
      return { type, result: stream.describe(request) };
    case 'get_autocommit':
      return { type, is_autocommit: stream.connection.isAutocommit };
    case 'sequence':
      await stream.sequence(request);
      return { type };
    case 'store_sql':
      stream.storeSql(request.sql_id, request.sql);
      return { type };
    case 'close_sql':
      stream.closeSql(request.sql_id);
      return { type };
    case 'close':
      stream.isOpen = false;
      return { type };
  }
}
