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

const headers = { 'Content-Type': 'application/json', 'X-Request-Id': 'r1' };
const answer = (body: unknown, status = 200, changed: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { ...headers, ...changed } });

const refused = (code: ErrorCode, status: ErrorStatus = errors[code].status): ErrorObject => ({
  status: String(status),
  title: errorTitles[status],
  code,
  detail: errors[code].detail,
  id: 'r1',
});
const refusal = (code: ErrorCode, changed: Record<string, unknown> = {}, more: Record<string, string> = {}) =>
  answer({ errors: [{ ...refused(code), ...changed }] }, errors[code].status, more);

describe('checkResponse', () => {
  it('lets what the contract says through', async () => {
    const status = { id: 'a1', status: 'online' };
    expect(await checkResponse(routes.setOnline, answer(status))).toMatchObject({
      json: status,
      error: null,
    });
    const gone = new Response(null, { status: 204, headers });
    expect(await checkResponse(routes.deleteAgent, gone)).toMatchObject({ status: 204, text: '' });
    const { error } = await checkResponse(routes.setOnline, refusal('agent_required'));
    expect(error).toEqual(refused('agent_required'));
  });

  it.each([
    ['an undeclared field', answer({ id: 'a1', status: 'online', load: 1 }), 'Invalid key'],
    ['a missing field', answer({ id: 'a1' }), 'Invalid key'],
    ['a status it does not have', answer({ id: 'a1', status: 'online' }, 201), 'Invalid key'],
    ['another content type', answer({ id: 'a1' }, 200, { 'Content-Type': 'text/html' }), 'Content-Type'],
    ['no request id', answer({ id: 'a1', status: 'online' }, 200, { 'X-Request-Id': '' }), 'X-Request-Id'],
    ['no JSON', new Response('oops', { status: 500, headers }), 'JSON'],
    ['an error of another route', refusal('room_not_found'), 'an error code of this route'],
    ['an undeclared field in an error', refusal('agent_required', { stack: '' }), 'Invalid key'],
    ['another title', refusal('agent_required', { title: 'Bad Request' }), 'match object'],
    ['another status in the error', refusal('agent_required', { status: '404' }), 'match object'],
    ['a code of another status', answer({ errors: [refused('agent_mismatch', 400)] }, 400), 'the status of'],
    ['another request id in the error', refusal('agent_required', { id: 'r2' }), 'match object'],
    ['no error in the errors', answer({ errors: [] }, 400), 'Invalid length'],
    ['a 401 that names no scheme', refusal('token_missing'), 'WWW-Authenticate'],
    ['a stack frame', refusal('internal_error', { detail: 'at run (/srv/app:12:3)' }), 'not to match'],
    ['a source file', refusal('internal_error', { detail: 'in create-ticket.ts' }), 'not to match'],
    ['SQL', refusal('internal_error', { detail: 'SELECT id FROM agents' }), 'not to match'],
    ['the database’s words', refusal('internal_error', { detail: 'no such table: agents' }), 'not to match'],
  ])('stops %s', async (_, response, reason) => {
    await expect(checkResponse(routes.setOnline, response)).rejects.toThrow(reason);
  });

  it('stops a body where there must be none', async () => {
    const response = new Response('{}', { status: 200, headers });
    const route = { ...routes.deleteAgent, responses: { 200: null } };
    await expect(checkResponse(route, response)).rejects.toThrow('the body of a 200');
  });

  it('stops a 405 that does not say what is allowed', async () => {
    const allowed = refusal('method_not_allowed', {}, { Allow: 'GET, HEAD' });
    await expect(checkResponse(null, allowed)).resolves.toMatchObject({ status: 405 });
    await expect(checkResponse(null, refusal('method_not_allowed'))).rejects.toThrow('Allow');
  });
});
