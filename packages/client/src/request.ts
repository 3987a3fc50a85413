import { errorTitles, type ErrorCode, type ErrorObject, type Route } from '@chat-ticket/contract';
import { type Failure, failureOf } from './error.ts';

/** A request as it is sent, without the token, which each attempt adds. */
export type WireRequest = {
  /** Distinguishes a request from a failure. */
  readonly ok: true;
  /** The HTTP method. */
  readonly method: Route['method'];
  /** The path from the server’s root, with the query. */
  readonly path: string;
  /** The headers, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as JSON; null if the route takes none. */
  readonly body: string | null;
  /** Whether sending the request twice has the same effect as sending it once. */
  readonly isRepeatable: boolean;
};

/** Writes the flat input of a route as a request. Fails if HTTP cannot carry a part of it. */
export function writeRequest(
  route: Route,
  input: Readonly<Record<string, unknown>>,
): WireRequest | Failure<ErrorCode> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const rest = { ...input };

  let path = route.path;
  for (const name of Object.keys(route.params)) {
    const value = String(rest[name] ?? '');
    if (value === '')
      return refuse(
        'parameter_invalid',
        { parameter: name },
        `\`${name}\` is missing, so nothing was sent. Add it.`,
      );
    // URL parsers remove a segment of dots, and the request would reach a different route.
    if (/^\.{1,2}$/.test(value) || !value.isWellFormed())
      return refuse('parameter_invalid', { parameter: name });
    path = path.replace(`{${name}}`, encodeURIComponent(value));
    delete rest[name];
  }

  const query = new URLSearchParams();
  for (const name of Object.keys(route.query)) {
    const value = rest[name];
    delete rest[name];
    if (value === undefined) continue;
    if (!String(value).isWellFormed()) return refuse('parameter_invalid', { parameter: name });
    query.set(name, String(value));
  }
  if (query.size > 0) path += `?${query}`;

  for (const [name, { header }] of Object.entries(route.headers)) {
    const value = rest[name];
    delete rest[name];
    if (value === undefined) continue;
    if (!/^[\t\x20-\x7e]*$/.test(String(value))) return refuse('header_invalid', { header });
    headers[header.toLowerCase()] = String(value);
  }

  const hasKey = Boolean(headers['idempotency-key']?.trim());
  if (route.body) headers['content-type'] = 'application/json';
  return {
    ok: true,
    method: route.method,
    path,
    headers,
    body: route.body ? JSON.stringify(rest) : null,
    isRepeatable: hasKey || (route.idempotent ?? route.method !== 'POST'),
  };
}

function refuse(
  code: ErrorCode,
  source: ErrorObject['source'],
  detail = 'HTTP cannot carry this value, so nothing was sent. Fix the value that `source` names.',
): Failure<ErrorCode> {
  return failureOf(0, { code, title: errorTitles[400], detail, source });
}
