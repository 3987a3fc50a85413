import { ErrorObject, routeErrors, type ErrorCode, type Route } from '@chat-ticket/contract';
import * as v from 'valibot';
import type { Failure, Success } from './error.ts';

/** An error document, open to what a newer desk may add. */
const ErrorAnswer = v.object({
  errors: v.pipe(
    v.array(
      v.object({
        ...ErrorObject.entries,
        code: v.string(),
        source: v.fallback(ErrorObject.entries.source, undefined),
      }),
    ),
    v.minLength(1),
  ),
});

/** Reads an answer as one of those that the contract gives the route. Rejects when it breaks off. */
export async function readResponse(
  route: Route,
  response: Response,
): Promise<Success | Failure<ErrorCode | 'unexpected_response'>> {
  const { status } = response;
  const text = await response.text();
  const schema = route.responses[status];
  if (schema === null) return { ok: true, status, data: undefined };

  const json = parseJson(text);
  if (schema && json) return { ok: true, status, data: json.value };

  const answer = v.safeParse(ErrorAnswer, json?.value);
  const error = answer.success ? answer.output.errors[0] : undefined;
  if (error && isCodeOf(route, error.code)) {
    const { code, title, detail, source, id } = error;
    return { ok: false, status, error: { code, title, detail, source, id } };
  }
  const detail = error
    ? `The contract does not know the error ${error.code} here: ${error.detail}`
    : `Not an answer of the desk (HTTP ${status}). Check \`baseUrl\` and what stands between.`;
  const id = error?.id ?? response.headers.get('x-request-id') ?? undefined;
  return {
    ok: false,
    status,
    error: { code: 'unexpected_response', title: 'unexpected response', detail, id },
  };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isCodeOf(route: Route, code: string): code is ErrorCode {
  const codes: readonly string[] = routeErrors(route);
  return codes.includes(code);
}
