import { describe, expectTypeOf, it } from 'vitest';
import { routes, type Routes } from '../routes.ts';
import {
  routeErrors,
  type authErrors,
  type commonErrors,
  type limitErrors,
  type RouteErrors,
} from './route-errors.ts';

type CommonError = (typeof commonErrors)[number];
type AuthError = (typeof authErrors)[number] | (typeof limitErrors)[number];

describe('the errors of a route', () => {
  it('are its own, those of every route, and those of tokens and limits', () => {
    expectTypeOf<RouteErrors<Routes['getAgent']>>().toEqualTypeOf<
      'parameter_invalid' | 'agent_not_found' | CommonError | AuthError
    >();
    expectTypeOf(routeErrors(routes.listStatuses)).toEqualTypeOf<
      readonly ('parameter_invalid' | CommonError | AuthError)[]
    >();
  });

  it('do not include those of tokens and limits if the route is public', () => {
    expectTypeOf<RouteErrors<Routes['getHealth']>>().toEqualTypeOf<CommonError>();
    expectTypeOf<RouteErrors<Routes['getReadiness']>>().toEqualTypeOf<'schema_outdated' | CommonError>();
  });
});
