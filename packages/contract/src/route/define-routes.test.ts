import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { routes } from '../routes.ts';
import { defineRoutes } from './define-routes.ts';
import { actingAgent, idempotencyKey, ifMatch, ticketID } from './parameters.ts';
import { bodyErrors, commonErrors, routeErrors } from './route-errors.ts';
import type { Route } from './route.ts';

const general = {
  method: 'PUT',
  path: '/test',
  tag: 'system',
  summary: 'Test',
  access: 'public',
  responses: { 204: null },
} as const;
const define = (row: Partial<Parameters<typeof defineRoutes>[0][string]>): Route =>
  defineRoutes({ test: { ...general, ...row } }).test;

describe('a defined route', () => {
  it('has no parameters, no body and no errors unless its row says otherwise', () => {
    expect(define({})).toEqual({
      ...general,
      params: {},
      query: {},
      headers: {},
      body: null,
      maxBodyBytes: 65_536,
      errors: [],
    });
  });

  it.each([
    ['a path parameter', { params: { ticketID } }, ['parameter_invalid']],
    ['a query parameter', { query: { limit: v.string() } }, ['parameter_invalid']],
    ['a token', { access: ['service'] as const }, ['parameter_invalid']],
    ['If-Match', { headers: ifMatch }, ['header_invalid', 'version_mismatch']],
    ['Idempotency-Key', { headers: idempotencyKey }, ['header_invalid', 'idempotency_key_reused']],
    [
      'X-Agent-ID',
      { headers: actingAgent },
      ['header_invalid', 'agent_required', 'agent_mismatch', 'agent_not_found'],
    ],
    ['a body', { body: v.object({}) }, [...bodyErrors]],
  ])('has the errors that follow from %s', (_, row, errors) => {
    expect(define(row).errors).toEqual(errors);
  });

  it('has each error once', () => {
    const { errors } = define({ headers: actingAgent, errors: ['agent_not_found', 'email_taken'] });
    expect(errors.filter((code) => code === 'agent_not_found')).toHaveLength(1);
    expect(errors).toContain('email_taken');
  });
});

describe('the errors of a route', () => {
  it('include those of every route, and those of tokens and limits unless it is public', () => {
    expect(routeErrors(routes.getHealth)).toEqual([...commonErrors]);
    expect(routeErrors(routes.getAgent)).toEqual(
      expect.arrayContaining([
        'agent_not_found',
        'token_expired',
        'role_not_allowed',
        'overloaded',
        ...commonErrors,
      ]),
    );
  });
});
