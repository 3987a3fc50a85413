import * as v from 'valibot';
import { describe, expectTypeOf, it } from 'vitest';
import { defineRoutes, type RouteRow } from './define-routes.ts';
import { actingAgent, ifMatch, ticketID } from './parameters.ts';
import type { bodyErrors } from './route-errors.ts';
import type { Route } from './route.ts';

const Body = v.strictObject({ note: v.string() });
const general = { tag: 'system', summary: 'Test', access: 'public', responses: { 204: null } } as const;

const { bare, full } = defineRoutes({
  bare: { ...general, method: 'GET', path: '/bare' },
  full: {
    ...general,
    method: 'PUT',
    path: '/full/{ticketID}',
    access: ['service'],
    params: { ticketID },
    headers: { ...ifMatch, ...actingAgent },
    body: Body,
    responses: { 200: Body },
    errors: ['ticket_not_found'],
  },
});

describe('a defined route', () => {
  it('is a route', () => {
    expectTypeOf(bare).toExtend<Route>();
    expectTypeOf(full).toExtend<Route>();
  });

  it('has the default of each column that its row leaves out', () => {
    expectTypeOf<keyof typeof bare.params>().toEqualTypeOf<never>();
    expectTypeOf<keyof typeof bare.query>().toEqualTypeOf<never>();
    expectTypeOf<keyof typeof bare.headers>().toEqualTypeOf<never>();
    expectTypeOf(bare.body).toEqualTypeOf<null>();
    expectTypeOf(bare.errors).toEqualTypeOf<readonly never[]>();
  });

  it('keeps the exact type of each column', () => {
    expectTypeOf(full.method).toEqualTypeOf<'PUT'>();
    expectTypeOf(full.path).toEqualTypeOf<'/full/{ticketID}'>();
    expectTypeOf(full.access).toEqualTypeOf<readonly ['service']>();
    expectTypeOf<keyof typeof full.params>().toEqualTypeOf<'ticketID'>();
    expectTypeOf<keyof typeof full.headers>().toEqualTypeOf<'ifMatch' | 'agentID'>();
    expectTypeOf(full.body).toEqualTypeOf<typeof Body>();
    expectTypeOf(full.responses).toEqualTypeOf<{ readonly 200: typeof Body }>();
  });

  it('has the errors that follow from its columns', () => {
    expectTypeOf(full.errors).toEqualTypeOf<
      readonly (
        | 'ticket_not_found'
        | 'parameter_invalid'
        | 'header_invalid'
        | 'version_mismatch'
        | 'agent_required'
        | 'agent_mismatch'
        | 'agent_not_found'
        | (typeof bodyErrors)[number]
      )[]
    >();
  });

  it('cannot list an error that follows from its columns or that every route can return', () => {
    expectTypeOf<NonNullable<RouteRow['errors']>[number]>()
      .extract<'parameter_invalid' | 'header_invalid' | 'body_invalid' | 'token_expired' | 'internal_error'>()
      .toEqualTypeOf<never>();
  });
});
