import * as v from 'valibot';
import { errors, errorTitles, type ErrorCode, type ErrorStatus } from '../error/error.ts';
import { ErrorDocument } from '../error/error-document.ts';
import type { Route } from '../route/route.ts';
import { routeErrors } from '../route/route-errors.ts';
import type { Content, ErrorExample, Reference, Response } from './document.ts';
import { schemaOf } from './schemas.ts';

const exampleRequestId = '888bd869-9398-40de-9c61-3238d6208cf5';
const headers = { 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } };

const retryHeaders = { ...headers, 'Retry-After': { $ref: '#/components/headers/Retry-After' } };
const mayRetry: ReadonlySet<ErrorStatus> = new Set([429, 503]);

/** Returns JSON content with this schema. */
export const content = (schema: v.GenericSchema): Content => ({
  'application/json': { schema: schemaOf(schema) },
});

/** Returns every code that the route can return, in the order of the error table. */
function codesOf(route: Route): ErrorCode[] {
  const codes = new Set(routeErrors(route));
  return (Object.keys(errors) as ErrorCode[]).filter((code) => codes.has(code));
}

function success(schema: v.GenericSchema | null): Response {
  return schema === null
    ? { description: 'The request succeeded. The body is empty.', headers }
    : {
        description: v.getDescription(schema) ?? 'The request succeeded.',
        headers,
        content: content(schema),
      };
}

function failure(status: ErrorStatus, codes: readonly ErrorCode[]): Response {
  const listed = codes.map((code) => `- \`${code}\`: ${errors[code].detail}`);
  const examples: Partial<Record<ErrorCode, Reference>> = {};
  for (const code of codes) examples[code] = { $ref: `#/components/examples/${code}` };
  return {
    description: [`${errorTitles[status]}. The codes are:`, '', ...listed].join('\n'),
    headers: mayRetry.has(status) ? retryHeaders : headers,
    content: { 'application/json': { schema: schemaOf(ErrorDocument), examples } },
  };
}

/** Returns the responses of the route, by status. */
export function responsesOf(route: Route): Record<string, Response> {
  const responses: Record<string, Response> = {};
  for (const [status, schema] of Object.entries(route.responses)) {
    responses[status] = success(schema);
  }
  const byStatus = Object.groupBy(codesOf(route), (code) => errors[code].status);
  for (const status of Object.keys(errorTitles).map(Number) as ErrorStatus[]) {
    const codes = byStatus[status];
    if (codes !== undefined) responses[status] = failure(status, codes);
  }
  return responses;
}

/** Returns an example response for each code of the error table. */
export function errorExamples(): Record<string, ErrorExample> {
  const examples: Record<string, ErrorExample> = {};
  for (const code of Object.keys(errors) as ErrorCode[]) {
    const { status, detail } = errors[code];
    const error = { status: `${status}`, title: errorTitles[status], code, detail, id: exampleRequestId };
    examples[code] = { summary: detail, value: { errors: [error] } };
  }
  return examples;
}
