import { errorTitles, type ErrorCode, type ErrorObject, type Route } from '@chat-ticket/contract';
import type { Failure } from './error.ts';

/** A call as it goes over the wire, but for its token, which each attempt gets anew. */
export type WireRequest = {
  readonly ok: true;
  readonly method: Route['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
};

/** Writes a route’s flat input as a request, or says which part of it no HTTP request can carry. */
export function writeRequest(
  route: Route,
  input: Readonly<Record<string, unknown>>,
): WireRequest | Failure<ErrorCode> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const rest = { ...input };

  let path = route.path;
  for (const name of Object.keys(route.params)) {
    const value = String(rest[name] ?? '');
    // An URL parser folds a segment of dots away, and with it the request goes to another route.
    if (/^\.{0,2}$/.test(value) || !value.isWellFormed())
      return refuse('parameter_invalid', { parameter: name });
    path = path.replace(`{${name}}`, encodeURIComponent(value));
    delete rest[name];
  }

  const query = new URLSearchParams();
  for (const name of Object.keys(route.query ?? {})) {
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
    repeatable: hasKey || (route.idempotent ?? route.method !== 'POST'),
  };
}

function refuse(code: ErrorCode, source: ErrorObject['source']): Failure<ErrorCode> {
  const detail = 'No HTTP request can carry this value, so nothing was sent. See `source`.';
  return { ok: false, status: 0, error: { code, title: errorTitles[400], detail, source } };
}
