import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { allowedClient, validBody } from './valid-body.ts';
import { routeTable } from './route-table.ts';

const named = routeTable.filter(({ route }) => Object.keys(route.params).length > 0);

/** As they stand in the URL. */
const malformed = [
  ['a NUL', '%00'],
  ['a NUL in it', 'a%00b'],
  ['a way up', '..%2F..%2Fetc%2Fpasswd'],
  ['a way up on Windows', '..%5C..%5Cwindows'],
  ['a slash', '%2F'],
  ['a blank', '%20'],
  ['a line end', 'a%0D%0AX-Injected:%201'],
  ['a direction mark', '%E2%80%AE'],
  ['a blank of Unicode', 'a%C2%A0b'],
  ['beyond ASCII', '%F0%9F%8E%A7'],
  ['a percent sign', 'a%2500'],
  ['half of a surrogate pair', '%ED%A0%80'],
  ['bytes that are no UTF-8', '%FF%FE'],
  ['an overlong slash', '%C0%AF'],
  ['half an escape', '%E0%A4%A'],
  ['no escape', '%zz'],
  ['129 characters', 'a'.repeat(129)],
  ['10 KB', 'a'.repeat(10_240)],
  ['SQL', "a'%20OR%20'1'='1"],
] as const;

// A client folds `a/../b` before it sends it: what is left can be another route, called as such.
const isRoute = (path: string) =>
  routeTable.some(({ route }) => route.path === new URL(path, 'http://desk.example').pathname);

export const pathParameters = (desk: Desk) =>
  describe.each(named)('an id in the path of $name', ({ name, route }) => {
    const [parameter = ''] = Object.keys(route.params);
    const pathWith = (id: string) => route.path.replace(/\{\w+\}/, () => id);

    it.each(malformed)('is refused when it is %s', async (_, id) => {
      const person = await allowedClient(desk, name);
      const options = { ...validBody(name), path: pathWith(id) };
      const error = await person.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('can be 128 characters long, and any that are visible', async () => {
      const person = await allowedClient(desk, name);
      for (const id of ['a'.repeat(128), ';--', '__proto__', 'a.b', '%3Cb%3E', '*']) {
        const { status, error } = await person.call(name, { ...validBody(name), path: pathWith(id) });
        expect([200, 204, 404], `${id} got ${error?.code}`).toContain(status);
      }
    });

    it('is no folder to climb out of', async () => {
      const person = await allowedClient(desk, name);
      for (const id of ['%2e%2e', '..', '.', '%2e', '..%2f..']) {
        if (isRoute(pathWith(id))) continue;
        const response = await person.fetch(route.method, pathWith(id), validBody(name));
        expect([400, 404, 405], id).toContain(response.status);
        expect(await response.json()).toHaveProperty('errors');
      }
    });
  });
