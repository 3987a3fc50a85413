import { createClient, type InStatement, LibsqlError } from '@libsql/client/http';
import {
  type BoundStatement,
  type Database,
  type DatabaseFault,
  DatabaseUnavailable,
  faultOf,
} from '../database.ts';

const attempts = 3;

/**
 * Opens a database on a libSQL server over HTTP. A batch without an answer is sent again, three times in all. It may
 * have been committed, but `send` does not run a committed command twice.
 */
export function openHttpDatabase(options: {
  url: string;
  authToken: string | undefined;
  /** The User-Agent header, which identifies the desk in the server’s log. Default: `chat-ticket`. */
  userAgent?: string;
  /** The limit of each attempt, in ms. Default: 5,000. */
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
          const fault = faultOfError(error);
          if (fault !== undefined && fault !== 'busy') throw new DatabaseUnavailable(fault, { cause: error });
          if (!isTransient(error)) throw error;
          if (attempt === attempts) throw new DatabaseUnavailable(fault ?? 'no_answer', { cause: error });
          await new Promise((resolve) => setTimeout(resolve, 20 * attempt + Math.random() * 50));
        }
      }
    },
  };
}

/** Clears its timer, which would keep a Durable Object in memory until it fires. */
async function fetchWithin(ms: number, request: Request): Promise<Response> {
  const timeout = new AbortController();
  const timer = setTimeout(
    () => timeout.abort(new Error(`The database did not answer within ${ms} ms.`)),
    ms,
  );
  try {
    const response = await fetch(request, { signal: timeout.signal });
    const body = await response.arrayBuffer();
    const hasNone = response.status === 400 && isNamespaceUnknown(new TextDecoder().decode(body));
    return new Response(body, { status: hasNone ? 404 : response.status, headers: response.headers });
  } finally {
    clearTimeout(timer);
  }
}

const toInput = (statement: BoundStatement): InStatement =>
  typeof statement === 'string' ? statement : { ...statement, args: [...statement.args] };

// Servers before 2025 respond with 400 if they have no such database, and later ones with 404.
const isNamespaceUnknown = (body: string): boolean => /\bnamespace\b.*\bdoes(n.t| not) exist/i.test(body);

/** What is wrong with the database. Undefined: the statement is wrong, or the reason is unknown. */
function faultOfError(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof LibsqlError)) return undefined;
  return statusOf(error) === 404 ? 'no_database' : faultOf(error.code);
}

/** The status of the response that caused an error, if it was an error. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'status' in error && typeof error.status === 'number' ? error.status : statusOf(error.cause);
}

/** Whether a second attempt can succeed: no answer, a server error, or a lock of another writer. */
const isTransient = (error: unknown) =>
  !(error instanceof LibsqlError) ||
  error.code.startsWith('SQLITE_BUSY') ||
  error.code === 'SERVER_ERROR' ||
  error.code.startsWith('HRANA');
