import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { allowedClient, expectAccepted } from './valid-body.ts';
import { unknownParams, routeTable } from './route-table.ts';

const numericParameters = routeTable.flatMap(({ name, route }) =>
  Object.keys(route.query ?? {})
    .filter((parameter) => parameter !== 'q')
    .map((parameter) => ({ name, parameter })),
);
const malformed = ['', '-1', '1.5', '1e3', '0x10', ' 1', '١', 'NaN', 'all', '9999999999999999', '1;drop'];

/**
 * Proves for every numeric query parameter which values are refused, and that unknown parameters are ignored.
 * Each route is called with one value at a time.
 */
export const queryParameters = (desk: Desk) =>
  describe.each(numericParameters)('the query parameter $parameter of $name', ({ name, parameter }) => {
    it.each(malformed)('is refused when it is %j', async (value) => {
      const client = await allowedClient(desk, name);
      const options = { params: unknownParams(), query: { q: 'word', [parameter]: value } };
      const error = await client.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('is refused when it appears twice', async () => {
      const client = await allowedClient(desk, name);
      const { route } = routeTable.find((row) => row.name === name)!;
      const path = route.path.replace(/\{\w+\}/, () => crypto.randomUUID());
      const options = { path: `${path}?q=word&${parameter}=1&${parameter}=2` };
      const error = await client.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('is accepted next to unknown parameters', async () => {
      const client = await allowedClient(desk, name);
      const query = { q: 'word', [parameter]: 1, utm_source: 'mail', Limit: 'x' };
      expectAccepted(await client.call(name, { params: unknownParams(), query }));
    });
  });
