import {
  errors,
  errorTitles,
  routes,
  type ErrorCode,
  type ErrorObject,
  type ErrorStatus,
} from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { checkResponse } from './check-response.ts';

const headers = {
  'Content-Type': 'application/json',
  'X-Request-Id': 'r1',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};
const jsonResponse = (body: unknown, status = 200, changed: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { ...headers, ...changed } });

const errorObject = (code: ErrorCode, status: ErrorStatus = errors[code].status): ErrorObject => ({
  status: String(status),
  title: errorTitles[status],
  code,
  detail: errors[code].detail,
  id: 'r1',
});
const errorResponse = (
  code: ErrorCode,
  changed: Record<string, unknown> = {},
  changedHeaders: Record<string, string> = {},
) => jsonResponse({ errors: [{ ...errorObject(code), ...changed }] }, errors[code].status, changedHeaders);

describe('checkResponse', () => {
  it('accepts a body, an empty response and an error that match the contract', async () => {
    const status = { id: 'a1', status: 'online' };
    expect(await checkResponse(routes.setOnline, jsonResponse(status))).toMatchObject({
      json: status,
      error: null,
    });
    const deleted = new Response(null, { status: 204, headers });
    expect(await checkResponse(routes.deleteAgent, deleted)).toMatchObject({ status: 204, text: '' });
    const { error } = await checkResponse(routes.setOnline, errorResponse('agent_required'));
    expect(error).toEqual(errorObject('agent_required'));
  });

  it.each([
    ['an undeclared field', jsonResponse({ id: 'a1', status: 'online', load: 1 }), 'Invalid key'],
    ['a missing field', jsonResponse({ id: 'a1' }), 'Invalid key'],
    ['an undeclared status', jsonResponse({ id: 'a1', status: 'online' }, 201), 'Invalid key'],
    [
      'another content type',
      jsonResponse({ id: 'a1' }, 200, { 'Content-Type': 'text/html' }),
      'Content-Type',
    ],
    [
      'a missing request id',
      jsonResponse({ id: 'a1', status: 'online' }, 200, { 'X-Request-Id': '' }),
      'X-Request-Id',
    ],
    [
      'a response that caches may store',
      jsonResponse({ id: 'a1', status: 'online' }, 200, { 'Cache-Control': '' }),
      'Cache-Control',
    ],
    ['a body that is not JSON', new Response('oops', { status: 500, headers }), 'JSON'],
    ['an error of another route', errorResponse('room_not_found'), 'an error code of this route'],
    ['an undeclared field in an error', errorResponse('agent_required', { stack: '' }), 'Invalid key'],
    ['another title', errorResponse('agent_required', { title: 'Bad Request' }), 'match object'],
    ['another status in the error', errorResponse('agent_required', { status: '404' }), 'match object'],
    [
      'a code of another status',
      jsonResponse({ errors: [errorObject('agent_mismatch', 400)] }, 400),
      'the status of',
    ],
    ['another request id in the error', errorResponse('agent_required', { id: 'r2' }), 'match object'],
    ['an empty list of errors', jsonResponse({ errors: [] }, 400), 'Invalid length'],
    ['a 401 without a scheme', errorResponse('token_missing'), 'WWW-Authenticate'],
    ['a stack frame', errorResponse('internal_error', { detail: 'at run (/srv/app:12:3)' }), 'not to match'],
    ['a source file', errorResponse('internal_error', { detail: 'in create-ticket.ts' }), 'not to match'],
    ['SQL', errorResponse('internal_error', { detail: 'SELECT id FROM agents' }), 'not to match'],
    [
      'an error message of the database',
      errorResponse('internal_error', { detail: 'no such table: agents' }),
      'not to match',
    ],
  ])('rejects %s', async (_, response, reason) => {
    await expect(checkResponse(routes.setOnline, response)).rejects.toThrow(reason);
  });

  it('rejects a body where the contract has none', async () => {
    const response = new Response('{}', { status: 200, headers });
    const route = { ...routes.deleteAgent, responses: { 200: null } };
    await expect(checkResponse(route, response)).rejects.toThrow('the body of a 200');
  });

  it('rejects a 405 without the allowed methods', async () => {
    const allowed = errorResponse('method_not_allowed', {}, { Allow: 'GET, HEAD' });
    await expect(checkResponse(null, allowed)).resolves.toMatchObject({ status: 405 });
    await expect(checkResponse(null, errorResponse('method_not_allowed'))).rejects.toThrow('Allow');
  });
});
