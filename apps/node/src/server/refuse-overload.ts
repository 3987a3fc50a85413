import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { errorDocument, overloadedRetrySeconds, privateHeaders } from '@chat-ticket/api';

const placeholder = '{id}';
// The text is made once: a refusal must cost much less than the request.
const [before, after] = JSON.stringify(errorDocument('overloaded', placeholder)).split(placeholder) as [
  string,
  string,
];

/** Responds 503 `overloaded` to a request that the app does not get, with these headers in addition. */
export function refuseOverload(outgoing: ServerResponse, headers: Readonly<Record<string, string>>): void {
  const id = randomUUID();
  outgoing.writeHead(503, {
    ...privateHeaders,
    ...headers,
    'Content-Type': 'application/json',
    'Retry-After': String(overloadedRetrySeconds),
    'X-Request-Id': id,
  });
  outgoing.end(before + id + after);
}
