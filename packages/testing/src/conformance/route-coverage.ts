import { type ErrorCode, Role, type Route } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { allowedErrors } from '../check-response.ts';
import type { Desk } from '../open-desk.ts';
import { routeTable } from './request/route-table.ts';

/** Errors that no request can cause: they need a fault, load, another key or the passing of days. The tests of `api` cause them. */
const beyondRequests = new Set<ErrorCode>([
  'internal_error',
  'database_unavailable',
  'schema_outdated',
  'events_pruned',
  'token_not_issued_here',
  'key_set_unavailable',
  'overloaded',
  'rate_limited',
]);
/** Errors of paths without a route. The suite `unknownRoutes` causes them. */
const withoutRoute = new Set<ErrorCode>(['route_not_found', 'method_not_allowed']);

/** Whether some role may not call the route. */
const hasForbiddenRole = ({ access }: Route) => access !== 'public' && access.length < Role.options.length;

/**
 * Proves that the other suites caused every status and every error that the contract promises for a route. It reads the
 * outcomes that the test clients recorded, so it must run last.
 */
export const routeCoverage = (desk: Desk) =>
  describe('the suites above caused every promised status and error of', () => {
    it.each(routeTable)('$name', ({ name, route }) => {
      const promised = [
        ...Object.keys(route.responses),
        ...allowedErrors(route).filter(
          (code) =>
            !beyondRequests.has(code) &&
            !withoutRoute.has(code) &&
            (code !== 'role_not_allowed' || hasForbiddenRole(route)),
        ),
      ];
      const missing = promised.filter((outcome) => !desk.outcomes.has(`${name} ${outcome}`));
      expect(missing, `never caused on ${name}`).toEqual([]);
    });
  });
