import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { allowedRole } from './valid-body.ts';
import { unknownParams, routeTable } from './route-table.ts';

const numbers = routeTable.flatMap(({ name, route }) =>
  Object.keys(route.query ?? {})
    .filter((parameter) => parameter !== 'q')
    .map((parameter) => ({ name, parameter })),
);
const malformed = ['', '-1', '1.5', '1e3', '0x10', ' 1', '١', 'NaN', 'all', '9999999999999999', '1;drop'];

export const queryParameters = (desk: Desk) =>
  describe.each(numbers)('the query parameter $parameter of $name', ({ name, parameter }) => {
    it.each(malformed)('is refused when it is %j', async (value) => {
      const person = await desk.signIn({ role: allowedRole(name) });
      const options = { params: unknownParams(), query: { q: 'word', [parameter]: value } };
      const error = await person.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('is refused when it is there twice', async () => {
      const person = await desk.signIn({ role: allowedRole(name) });
      const { route } = routeTable.find((row) => row.name === name)!;
      const path = route.path.replace(/\{\w+\}/, () => crypto.randomUUID());
      const options = { path: `${path}?q=word&${parameter}=1&${parameter}=2` };
      const error = await person.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('stands beside others, of which nothing is known here', async () => {
      const person = await desk.signIn({ role: allowedRole(name) });
      const query = { q: 'word', [parameter]: 1, utm_source: 'mail', Limit: 'x' };
      const { error } = await person.call(name, { params: unknownParams(), query });
      expect(error?.code ?? '').not.toBe('parameter_invalid');
    });
  });
