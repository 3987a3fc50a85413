import type { ErrorCode } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { allowedErrors } from '../check-answer.ts';
import type { Desk } from '../desk.ts';
import { routeTable } from './route-table.ts';

/** What no request can bring about: a fault injected in process does, in the tests of `api`. */
const needsFault = new Set<ErrorCode>(['internal_error', 'database_unavailable', 'schema_outdated']);
/** Not of one route: the tests of unknown routes ask for them. */
const ofNoRoute = new Set<ErrorCode>(['route_not_found', 'method_not_allowed']);

export const routesExercised = (desk: Desk) =>
  describe('after all of the above, what the contract promises has been answered by', () => {
    it.each(routeTable)('$name', ({ name, route }) => {
      const promised = [
        ...Object.keys(route.responses),
        ...allowedErrors(route).filter((code) => !needsFault.has(code) && !ofNoRoute.has(code)),
      ];
      const missing = promised.filter((outcome) => !desk.exercised.has(`${name} ${outcome}`));
      expect(missing, `never answered by ${name}`).toEqual([]);
    });
  });
