import { type ErrorCode, Role, type Route } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { allowedErrors } from '../check-response.ts';
import type { Desk } from '../open-desk.ts';
import { routeTable } from './request/route-table.ts';

/** What no request can bring about, but a fault, a day that passes or other keys: the tests of `api` do. */
const needsMore = new Set<ErrorCode>([
  'internal_error',
  'database_unavailable',
  'schema_outdated',
  'events_pruned',
  'token_not_issued_here',
]);
/** Not of one route: the tests of unknown routes ask for them. */
const ofNoRoute = new Set<ErrorCode>(['route_not_found', 'method_not_allowed']);

/** A route that every role may call has nobody to turn away for its role. */
const turnsAway = ({ access }: Route) => access !== 'public' && access.length < Role.options.length;

export const routeCoverage = (desk: Desk) =>
  describe('after all of the above, what the contract promises has been answered by', () => {
    it.each(routeTable)('$name', ({ name, route }) => {
      const promised = [
        ...Object.keys(route.responses),
        ...allowedErrors(route).filter(
          (code) =>
            !needsMore.has(code) && !ofNoRoute.has(code) && (code !== 'role_not_allowed' || turnsAway(route)),
        ),
      ];
      const missing = promised.filter((outcome) => !desk.outcomes.has(`${name} ${outcome}`));
      expect(missing, `never answered by ${name}`).toEqual([]);
    });
  });
