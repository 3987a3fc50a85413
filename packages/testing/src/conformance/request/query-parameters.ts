import { type RouteName, routes } from '@chat-ticket/contract';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { allowedClient, expectAccepted } from './valid-body.ts';
import { unknownParams, routeTable } from './route-table.ts';

const numericParameters = routeTable.flatMap(({ name, route }) =>
  Object.entries(route.query)
    .filter(([, schema]) => typeof v.safeParse(schema, '1').output === 'number')
    .map(([parameter]) => ({ name, parameter })),
);
const queryOf = (name: RouteName): object => routes[name].query;
const malformed = ['', '-1', '1.5', '1e3', '0x10', ' 1', '١', 'NaN', 'all', '9999999999999999', '1;drop'];

/**
 * Proves for every numeric query parameter which values are refused,
 * and for every route with a token that it refuses unknown parameters. Each route is called with one value at a time.
 */
export const queryParameters = (desk: Desk) => {
  describe.each(routeTable.filter(({ route }) => route.access !== 'public'))(
    'a query parameter that $name does not have',
    ({ name, route }) => {
      it.each(['utm_source', 'Limit', 'limt', '__proto__', 'constructor'])(
        'is refused by its name: %s',
        async (parameter) => {
          const client = await allowedClient(desk, name);
          const path = `${route.path.replace(/\{\w+\}/, () => crypto.randomUUID())}?${parameter}=1`;
          const error = await client.refused(name, 'parameter_invalid', { path });
          expect(error?.source).toEqual({ parameter });
        },
      );
    },
  );

  describe.each(numericParameters)('the query parameter $parameter of $name', ({ name, parameter }) => {
    it.each(malformed)('is refused when it is %j', async (value) => {
      const client = await allowedClient(desk, name);
      const query = { ...('q' in queryOf(name) && { q: 'word' }), [parameter]: value };
      const options = { params: unknownParams(), query };
      const error = await client.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('is refused when it appears twice', async () => {
      const client = await allowedClient(desk, name);
      const path = routes[name].path.replace(/\{\w+\}/, () => crypto.randomUUID());
      const options = {
        path: `${path}?${'q' in queryOf(name) ? 'q=word&' : ''}${parameter}=1&${parameter}=2`,
      };
      const error = await client.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('is accepted when it is a whole number', async () => {
      const client = await allowedClient(desk, name);
      const query = { ...('q' in queryOf(name) && { q: 'word' }), [parameter]: 1 };
      expectAccepted(await client.call(name, { params: unknownParams(), query }));
    });
  });
};
