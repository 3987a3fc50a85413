import { createClient, type InStatement, LibsqlError } from '@libsql/client/http';
import { type Database, DatabaseUnavailable, type BoundStatement } from '../database.ts';

const attempts = 3;

/**
 * A libSQL server over HTTP. A batch that got no answer is sent again: it may have been committed, which is
 * safe because every command is idempotent by its change id.
 */
export function openHttpDatabase(options: {
  url: string;
  authToken: string | undefined;
  /** How the server’s log tells who asked. */
  userAgent?: string;
  /** Bound on each attempt. */
  timeoutMs?: number;
}): Database {
  const { timeoutMs = 5_000, userAgent = 'chat-ticket' } = options;
  const client = createClient({
    url: options.url,
    ...(options.authToken ? { authToken: options.authToken } : {}),
    fetch: (request: Request) => {
      request.headers.set('User-Agent', userAgent);
      return fetchWithin(timeoutMs, request);
    },
  });
  return {
    batch: async (statements, mode) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await client.batch(statements.map(toInput), mode);
        } catch (error) {
          if (!isTransient(error)) throw error;
          if (attempt === attempts)
            throw new DatabaseUnavailable('the database does not answer', { cause: error });
          await new Promise((resolve) => setTimeout(resolve, 20 * attempt + Math.random() * 50));
        }
      }
    },
  };
}

/** Leaves no timer behind, which would keep a Durable Object in memory until it has run out. */
async function fetchWithin(ms: number, request: Request): Promise<Response> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new Error(`no answer within ${ms} ms`)), ms);
  try {
    const response = await fetch(request, { signal: timeout.signal });
    return new Response(await response.arrayBuffer(), response);
  } finally {
    clearTimeout(timer);
  }
}

const toInput = (statement: BoundStatement): InStatement =>
  typeof statement === 'string' ? statement : { ...statement, args: [...statement.args] };

/** No answer, a server error, or a lock that another holds: not an error of the SQL. */
const isTransient = (error: unknown) =>
  !(error instanceof LibsqlError) ||
  error.code.startsWith('SQLITE_BUSY') ||
  error.code === 'SERVER_ERROR' ||
  error.code.startsWith('HRANA');
