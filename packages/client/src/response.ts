import { ErrorObject, routeErrors, type ErrorCode, type Route } from '@chat-ticket/contract';
import * as v from 'valibot';
import { type Failure, failureOf, type Success } from './error.ts';

/** An error document. It accepts members that a newer desk adds. */
const ErrorResponse = v.object({
  errors: v.pipe(
    v.array(
      v.object({
        ...ErrorObject.entries,
        code: v.string(),
        source: v.fallback(ErrorObject.entries.source, undefined),
        meta: v.fallback(v.optional(v.object(ErrorObject.entries.meta.wrapped.pipe[0].entries)), undefined),
      }),
    ),
    v.minLength(1),
  ),
});

/** Reads a response as one that the contract defines for the route. Rejects if the response breaks off. */
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

  const parsed = v.safeParse(ErrorResponse, json?.value);
  const error = parsed.success ? parsed.output.errors[0] : undefined;
  const problems = parsed.success
    ? parsed.output.errors.flatMap(({ code, title, detail, source, meta, id }) =>
        isCodeOf(route, code) ? [{ code, title, detail, source, meta, id }] : [],
      )
    : [];
  const [first, ...others] = problems;
  if (first && first.code === error?.code)
    return { ok: false, status, error: first, errors: [first, ...others] };
  const detail =
    error?.code === 'route_not_found'
      ? noSuchEndpoint
      : error
        ? `The contract of this client does not have the error ${error.code} for this call. Update the client. The error says: ${error.detail}`
        : `The response with status ${status} is not one of the desk. Check \`baseUrl\` and the proxies in between.`;
  const id = error?.id ?? response.headers.get('x-request-id') ?? undefined;
  return failureOf(status, { code: 'unexpected_response', title: 'unexpected response', detail, id });
}

const noSuchEndpoint =
  'The desk has no endpoint at this address. Check `baseUrl`: it ends before `/cs-chat-ticket`. If it is right, the desk is older than this client.';

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
